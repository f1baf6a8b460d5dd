export * as domains from './domains.ts'
