import * as z from '@zonewright/core/schema'

const ids = z.array(z.string())

/** What a client may say about a load balancer beside its pools. */
export const balancerOptions = {
  /** Description. */
  description: z.optional(z.string()),
  /** Whether it is used. Default true. */
  enabled: z.optional(z.boolean()),
  /** Whether its traffic goes through the service. Default false. */
  proxied: z.optional(z.boolean()),
  /** TTL in seconds of the answers when it is not proxied. Default 30. */
  ttl: z.optional(z.number()),
  /** How a pool is chosen; `""` is `geo` with pools of regions, countries or data centres, else `off`. */
  steering_policy: z.optional(z.enum(['off', 'geo', 'random', 'dynamic_latency', 'proximity', 'least_outstanding_requests', 'least_connections', ''])),
  /** Pools by region, such as `WNAM`, in order of use. */
  region_pools: z.optional(z.record(z.string(), ids)),
  /** Pools by country, two letters, in order of use. */
  country_pools: z.optional(z.record(z.string(), ids)),
  /** Pools by data centre, three letters, in order of use; Enterprise. */
  pop_pools: z.optional(z.record(z.string(), ids)),
  /** What keeps a client at the same server. Default `none`. */
  session_affinity: z.optional(z.enum(['none', 'cookie', 'ip_cookie', 'header', ''])),
  /** Seconds for which a client stays at the same server: 1800 to 604800 by cookie, 30 to 3600 by header. */
  session_affinity_ttl: z.optional(z.number().check(z.gte(30), z.lte(604_800))),
  /** How the cookie is made and when a client may move. */
  session_affinity_attributes: z.optional(
    z.object({
      /** Seconds for which a server that is switched off keeps its clients. */
      drain_duration: z.optional(z.number()),
      /** Header names that make a session; with `header`. */
      headers: z.optional(z.array(z.string())),
      /** Whether all those headers must be there. */
      require_all_headers: z.optional(z.boolean()),
      /** `SameSite` of the cookie. */
      samesite: z.optional(z.enum(['Auto', 'Lax', 'None', 'Strict'])),
      /** `Secure` of the cookie. */
      secure: z.optional(z.enum(['Auto', 'Always', 'Never'])),
      /** What happens when the server is gone. */
      zero_downtime_failover: z.optional(z.enum(['none', 'temporary', 'sticky'])),
    }),
  ),
  /** Weights of the pools; with the policies that choose by weight. */
  random_steering: z.optional(
    z.object({
      /** Weight of pools that have none of their own, 0 to 1. */
      default_weight: z.optional(z.number().check(z.gte(0), z.lte(1))),
      /** Weights by pool, 0 to 1. */
      pool_weights: z.optional(z.record(z.string(), z.number().check(z.gte(0), z.lte(1)))),
    }),
  ),
  /** How a failing request finds another server. */
  adaptive_routing: z.optional(
    z.object({
      /** Whether it may be in another pool. Default false. */
      failover_across_pools: z.optional(z.boolean()),
    }),
  ),
  /** Where a client is taken to be when it is not proxied. */
  location_strategy: z.optional(
    z.object({
      /** `pop` or `resolver_ip`. Default `pop`. */
      mode: z.optional(z.enum(['pop', 'resolver_ip'])),
      /** When the client's network in the DNS query counts. Default `proximity`. */
      prefer_ecs: z.optional(z.enum(['always', 'never', 'proximity', 'geo'])),
    }),
  ),
  /** Rules that change the behaviour for some requests. */
  rules: z.optional(
    z.array(
      z.object({
        /** Name. */
        name: z.optional(z.string()),
        /** Expression; always true when empty. */
        condition: z.optional(z.string()),
        /** Whether the rule is left out. */
        disabled: z.optional(z.boolean()),
        /** Rules with lower numbers come first. */
        priority: z.optional(z.int().check(z.gte(0))),
        /** Whether no other rule is looked at after this one. */
        terminates: z.optional(z.boolean()),
        /** Answer to give instead of asking a pool. */
        fixed_response: z.optional(z.record(z.string(), z.unknown())),
        /** Fields of the load balancer to use instead. */
        overrides: z.optional(z.record(z.string(), z.unknown())),
      }),
    ),
  ),
}

/** The host name of a load balancer. */
export const balancerName = z.string().check(z.minLength(1), z.maxLength(255))

export const LoadBalancer = z.object({
  /** Identifier of the load balancer. Read-only. */
  id: z.string(),
  /** Host name in the zone. A record of that name gives way to it. */
  name: z.string(),
  /** Pools in order of use. */
  default_pools: ids,
  /** Pool to use when no other one is healthy. */
  fallback_pool: z.string(),
  ...balancerOptions,
  /** Name of the zone. Read-only. */
  zone_name: z.optional(z.string()),
  /** When it was created, RFC 3339. Read-only. */
  created_on: z.optional(z.string()),
  /** When it was changed last, RFC 3339. Read-only. */
  modified_on: z.optional(z.string()),
})
export interface LoadBalancer extends z.output<typeof LoadBalancer> {}
