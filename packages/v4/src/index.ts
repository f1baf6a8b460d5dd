// By their published names: each product stays a file of its own, and none of its parts becomes an export by accident.
export * as accounts from '@zonewright/v4/accounts'
export * as cache from '@zonewright/v4/cache'
export * as dns from '@zonewright/v4/dns'
export * as ips from '@zonewright/v4/ips'
export * as user from '@zonewright/v4/user'
export * as zones from '@zonewright/v4/zones'
