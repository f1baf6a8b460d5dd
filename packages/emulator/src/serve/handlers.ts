import { accessRuleHandlers } from './access-rules.ts'
import { accountHandlers } from './accounts.ts'
import { aiHandlers } from './ai.ts'
import { analyticsHandlers } from './analytics.ts'
import { auditLogHandlers } from './audit-logs.ts'
import { billingHandlers } from './billing.ts'
import { cacheHandlers } from './cache.ts'
import { clientCertificateHandlers } from './client-certificates.ts'
import { customCertificateHandlers } from './custom-certificates.ts'
import { customHostnameHandlers } from './custom-hostnames.ts'
import { customPageHandlers } from './custom-pages.ts'
import { d1Handlers } from './d1.ts'
import { dnsAnalyticsHandlers } from './dns-analytics.ts'
import { dnsFirewallHandlers } from './dns-firewall.ts'
import { dnsServiceHandlers } from './dns-services.ts'
import { emailRoutingHandlers } from './email-routing.ts'
import { emailRoutingSettingHandlers } from './email-routing-settings.ts'
import { graphqlHandlers } from './graphql.ts'
import type { Handler } from './handler.ts'
import { healthcheckHandlers } from './healthchecks.ts'
import { ipsHandlers } from './ips.ts'
import { keylessCertificateHandlers } from './keyless-certificates.ts'
import { kvHandlers } from './kv.ts'
import { listHandlers } from './lists.ts'
import { loadBalancerHandlers } from './load-balancers.ts'
import { lockdownHandlers } from './lockdowns.ts'
import { logpushHandlers } from './logpush.ts'
import { memberHandlers } from './members.ts'
import { organizationHandlers } from './organizations.ts'
import { originCaCertificateHandlers } from './origin-ca-certificates.ts'
import { pageRuleHandlers } from './page-rules.ts'
import { pagesHandlers } from './pages.ts'
import { poolHealthHandlers } from './pool-health.ts'
import { poolHandlers } from './pools.ts'
import { queueHandlers } from './queues.ts'
import { r2Handlers } from './r2.ts'
import { railgunHandlers } from './railguns.ts'
import { recordBatchHandlers } from './record-batch.ts'
import { recordFileHandlers } from './record-files.ts'
import { recordHandlers } from './records.ts'
import { registrarHandlers } from './registrar.ts'
import { rulesetHandlers } from './rulesets.ts'
import { scanHandlers } from './scans.ts'
import { secondaryDnsHandlers } from './secondary-dns.ts'
import { sslHandlers } from './ssl.ts'
import { subscriptionHandlers } from './subscriptions.ts'
import { tokenHandlers } from './tokens.ts'
import { turnstileHandlers } from './turnstile.ts'
import { tunnelHandlers } from './tunnels.ts'
import { userAgentRuleHandlers } from './user-agent-rules.ts'
import { userHandlers } from './user.ts'
import { wafHandlers } from './waf.ts'
import { workerAssetHandlers } from './worker-assets.ts'
import { workerRouteHandlers } from './worker-routes.ts'
import { workerServiceHandlers } from './worker-services.ts'
import { workerTriggerHandlers } from './worker-triggers.ts'
import { workerVersionHandlers } from './worker-versions.ts'
import { workerHandlers } from './workers.ts'
import { zoneHoldHandlers } from './zone-hold.ts'
import { zoneOptionHandlers } from './zone-options.ts'
import { zoneSettingHandlers } from './zone-settings.ts'
import { zoneSwitchHandlers } from './zone-switches.ts'
import { zoneTransferHandlers } from './zone-transfers.ts'
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
  ...workerAssetHandlers,
  ...workerServiceHandlers,
  ...workerTriggerHandlers,
  ...registrarHandlers,
  ...analyticsHandlers,
  ...clientCertificateHandlers,
  ...customCertificateHandlers,
  ...customHostnameHandlers,
  ...customPageHandlers,
  ...dnsAnalyticsHandlers,
  ...dnsFirewallHandlers,
  ...dnsServiceHandlers,
  ...emailRoutingHandlers,
  ...emailRoutingSettingHandlers,
  ...graphqlHandlers,
  ...healthcheckHandlers,
  ...keylessCertificateHandlers,
  ...loadBalancerHandlers,
  ...originCaCertificateHandlers,
  ...poolHandlers,
  ...poolHealthHandlers,
  ...railgunHandlers,
  ...secondaryDnsHandlers,
  ...sslHandlers,
  ...aiHandlers,
  ...d1Handlers,
  ...logpushHandlers,
  ...pagesHandlers,
  ...queueHandlers,
  ...r2Handlers,
  ...turnstileHandlers,
  ...workerVersionHandlers,
  ...tunnelHandlers,
  ...zoneSwitchHandlers,
  ...zoneTransferHandlers,
]
