export * as form from './form.ts'
export * as v4 from './v4.ts'
