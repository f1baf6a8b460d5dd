/**
 * What rules use: lists of an account, and the ready-made transformations of a zone.
 * @module
 */
export * as lists from './lists/index.ts'
export * as managedTransforms from './managed-transforms.ts'
export * as urlNormalization from './url-normalization.ts'
