/**
 * Load balancers of a zone; pools and monitors of an account.
 * @module
 */
export { type PoolHealth, type PoolSight, type Preview, type PreviewGet, preview } from './health.ts'
export { type LoadBalancer } from './load-balancer.ts'
export { type LoadBalancerCreate, type LoadBalancerDelete, type LoadBalancerEdit, type LoadBalancerGet, type LoadBalancerList, type LoadBalancerUpdate, create, edit, get, list, remove, update } from './load-balancers.ts'
export * as monitors from './monitors.ts'
export * as pools from './pools.ts'
