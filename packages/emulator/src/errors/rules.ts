import type { ErrorRow } from '../errors.ts'

/** Refusals of the firewall, page rules, rulesets, lists and what belongs to them. */
export const ruleErrors = {
  // Access rules
  access_rule_not_found: { code: 10001, message: 'firewallaccessrules.api.not_found', status: 404, source: 'client' },
  access_rule_invalid: { code: 10002, message: 'firewallaccessrules.api.validation_error:{detail}', status: 400, source: 'inferred' },
  access_rule_duplicate: { code: 10009, message: 'firewallaccessrules.api.duplicate_of_existing', status: 400, source: 'issue' },
  // Lockdowns, user agents, bots
  lockdown_not_found: { code: 10005, message: 'lockdowns.api.not_found', status: 404, source: 'inferred' },
  lockdown_invalid: { code: 10004, message: 'lockdowns.api.validation_error:{detail}', status: 400, source: 'inferred' },
  lockdown_quota: { code: 10007, message: 'lockdowns.api.quota_exceeded', status: 400, source: 'inferred' },
  user_agent_rule_not_found: { code: 10006, message: 'uarules.api.not_found', status: 404, source: 'inferred' },
  user_agent_rule_invalid: { code: 10004, message: 'uarules.api.validation_error:{detail}', status: 400, source: 'inferred' },
  user_agent_rule_duplicate: { code: 10009, message: 'uarules.api.duplicate_of_existing', status: 400, source: 'inferred' },
  user_agent_rule_quota: { code: 10007, message: 'uarules.api.quota_exceeded', status: 400, source: 'inferred' },
  bot_field: { code: 10004, message: "Invalid value for bot management property '{property}'", status: 400, source: 'inferred' },
  bot_plan: { code: 10007, message: "Bot management property '{property}' is not available for this plan", status: 403, source: 'inferred' },
  // Page rules; what is wrong stands in the messages
  page_rule_invalid: { code: 1004, message: 'Page Rule validation failed: See messages for details.', status: 400, source: 'issue' },
  page_rule_not_found: { code: 1002, message: 'Invalid Page Rule identifier', status: 404, source: 'inferred' },
  // Rulesets
  ruleset_not_found: { code: 10003, message: 'could not find ruleset {id}', status: 404, source: 'inferred' },
  ruleset_entry_point_missing: { code: 10003, message: 'could not find entrypoint ruleset in the {phase} phase', status: 404, source: 'client' },
  ruleset_rule_not_found: { code: 10003, message: 'could not find rule {id} in ruleset {ruleset}', status: 404, source: 'inferred' },
  ruleset_kind_full: { code: 20217, message: "'{kind}' is not a valid value for kind because exceeded maximum number of {kind} rulesets for phase {phase}", status: 400, source: 'issue' },
  ruleset_field: { code: 20218, message: "'{value}' is not a valid value for {field} because {detail}", status: 400, source: 'inferred' },
  ruleset_expression_blank: { code: 20125, message: "'' is not a valid value for expression because the expression cannot be blank", status: 400, source: 'client' },
  ruleset_expression: { code: 20127, message: "'{value}' is not a valid value for expression because could not parse filter expression: {detail}", status: 400, source: 'inferred' },
  // Lists
  list_not_found: { code: 10001, message: 'filters.api.not_found', status: 404, source: 'inferred' },
  list_invalid: { code: 10026, message: 'filters.api.invalid_json', status: 400, source: 'issue' },
  list_name_taken: { code: 10030, message: 'filters.api.list_name_taken', status: 400, source: 'inferred' },
  list_in_use: { code: 10031, message: 'filters.api.ip_list_in_use', status: 400, source: 'issue' },
  list_item_invalid: { code: 10032, message: 'filters.api.invalid_list_item: {detail}', status: 400, source: 'inferred' },
  list_busy: { code: 10040, message: 'filters.api.pending_operation', status: 429, source: 'docs' },
  list_operation_not_found: { code: 10033, message: 'filters.api.operation_not_found', status: 404, source: 'inferred' },
  // Transformations
  url_normalization_invalid: { code: 10400, message: "Invalid value for URL normalization property '{property}'", status: 400, source: 'inferred' },
  managed_transform_invalid: { code: 10401, message: "Managed transform '{id}' cannot be changed: {detail}", status: 400, source: 'inferred' },
  // Previous web application firewall
  waf_not_found: { code: 1002, message: 'Invalid WAF {what} identifier', status: 404, source: 'inferred' },
  waf_value: { code: 1007, message: "Invalid value for WAF property '{property}'", status: 400, source: 'inferred' },
} as const satisfies Readonly<Record<string, ErrorRow>>
