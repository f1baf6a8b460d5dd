// By their published names: each module stays a file of its own, and none of its parts becomes an export by accident.
export * as cpanel from '@zonewright/host-gw/cpanel'
export * as hosts from '@zonewright/host-gw/hosts'
export * as subscriptions from '@zonewright/host-gw/subscriptions'
export * as users from '@zonewright/host-gw/users'
export * as zones from '@zonewright/host-gw/zones'
