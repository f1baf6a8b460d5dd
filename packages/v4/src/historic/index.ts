export * as zoneWorkers from './zone-workers.ts'
