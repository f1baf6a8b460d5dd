import { accessRuleHandlers } from './access-rules.ts'
import { accountHandlers } from './accounts.ts'
import { analyticsHandlers } from './analytics.ts'
import { auditLogHandlers } from './audit-logs.ts'
import { billingHandlers } from './billing.ts'
import { cacheHandlers } from './cache.ts'
import { clientCertificateHandlers } from './client-certificates.ts'
import { customCertificateHandlers } from './custom-certificates.ts'
import { customHostnameHandlers } from './custom-hostnames.ts'
import { customPageHandlers } from './custom-pages.ts'
import { dnsFirewallHandlers } from './dns-firewall.ts'
import { dnsServiceHandlers } from './dns-services.ts'
import { graphqlHandlers } from './graphql.ts'
import type { Handler } from './handler.ts'
import { healthcheckHandlers } from './healthchecks.ts'
import { ipsHandlers } from './ips.ts'
import { keylessCertificateHandlers } from './keyless-certificates.ts'
import { kvHandlers } from './kv.ts'
import { listHandlers } from './lists.ts'
import { loadBalancerHandlers } from './load-balancers.ts'
import { lockdownHandlers } from './lockdowns.ts'
import { memberHandlers } from './members.ts'
import { organizationHandlers } from './organizations.ts'
import { originCaCertificateHandlers } from './origin-ca-certificates.ts'
import { pageRuleHandlers } from './page-rules.ts'
import { poolHandlers } from './pools.ts'
import { railgunHandlers } from './railguns.ts'
import { recordBatchHandlers } from './record-batch.ts'
import { recordFileHandlers } from './record-files.ts'
import { recordHandlers } from './records.ts'
import { registrarHandlers } from './registrar.ts'
import { rulesetHandlers } from './rulesets.ts'
import { scanHandlers } from './scans.ts'
import { sslHandlers } from './ssl.ts'
import { subscriptionHandlers } from './subscriptions.ts'
import { tokenHandlers } from './tokens.ts'
import { userAgentRuleHandlers } from './user-agent-rules.ts'
import { userHandlers } from './user.ts'
import { wafHandlers } from './waf.ts'
import { workerRouteHandlers } from './worker-routes.ts'
import { workerHandlers } from './workers.ts'
import { zoneHoldHandlers } from './zone-hold.ts'
import { zoneOptionHandlers } from './zone-options.ts'
import { zoneSettingHandlers } from './zone-settings.ts'
import { zoneHandlers } from './zones.ts'

/** Every endpoint that is served. A product adds its file here. */
export const handlers: readonly Handler[] = [
  ...zoneHandlers,
  ...zoneSettingHandlers,
  ...recordHandlers,
  ...recordBatchHandlers,
  ...recordFileHandlers,
  ...scanHandlers,
  ...cacheHandlers,
  ...ipsHandlers,
  ...userHandlers,
  ...accountHandlers,
  ...tokenHandlers,
  ...memberHandlers,
  ...organizationHandlers,
  ...auditLogHandlers,
  ...billingHandlers,
  ...subscriptionHandlers,
  ...zoneHoldHandlers,
  ...accessRuleHandlers,
  ...listHandlers,
  ...lockdownHandlers,
  ...pageRuleHandlers,
  ...rulesetHandlers,
  ...userAgentRuleHandlers,
  ...wafHandlers,
  ...zoneOptionHandlers,
  ...kvHandlers,
  ...workerHandlers,
  ...workerRouteHandlers,
  ...registrarHandlers,
  ...analyticsHandlers,
  ...clientCertificateHandlers,
  ...customCertificateHandlers,
  ...customHostnameHandlers,
  ...customPageHandlers,
  ...dnsFirewallHandlers,
  ...dnsServiceHandlers,
  ...graphqlHandlers,
  ...healthcheckHandlers,
  ...keylessCertificateHandlers,
  ...loadBalancerHandlers,
  ...originCaCertificateHandlers,
  ...poolHandlers,
  ...railgunHandlers,
  ...sslHandlers,
]
