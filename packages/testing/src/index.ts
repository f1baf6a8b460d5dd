export * as shapes from './shapes/index.ts'
