import type { ErrorRow } from '../errors.ts'

/** Refusals about tokens, members, organizations, subscriptions and what is paid. */
export const identityErrors = {
  // Tokens
  token_not_found: { code: 1002, message: 'API token not found', status: 404, source: 'inferred' },
  token_name: { code: 1000, message: 'Token name must have 1 to 120 characters', status: 400, source: 'inferred' },
  token_policies: { code: 1001, message: 'A token needs a list of policies, each with the effect "allow" or "deny"', status: 400, source: 'inferred' },
  token_policy_reused: { code: 1001, message: 'Reusing existing policies is not supported by token creation', status: 400, source: 'issue' },
  token_resources: { code: 1001, message: 'Invalid resource "{resource}" in a token policy', status: 400, source: 'inferred' },
  token_groups: { code: 1001, message: 'Invalid permission group "{group}" in a token policy', status: 400, source: 'inferred' },
  token_group_scope: { code: 1001, message: 'The permission group "{group}" cannot be given for the resources of the policy', status: 400, source: 'inferred' },
  token_date: { code: 1001, message: "Invalid '{property}': it must be a time such as 2030-01-01T00:00:00Z", status: 400, source: 'inferred' },
  token_status: { code: 1001, message: 'Token status must be "active" or "disabled"', status: 400, source: 'inferred' },
  token_condition: { code: 1001, message: 'Invalid token condition: request.ip takes lists of IP addresses and ranges', status: 400, source: 'inferred' },
  token_quota: { code: 1001, message: 'At most {limit} tokens are allowed', status: 400, source: 'docs' },
  accounts_by_account_token: { code: 1001, message: 'List accounts endpoint does not support account owned tokens.', status: 400, source: 'issue' },
  // Members and organizations
  member_not_found: { code: 1010, message: 'Member not found', status: 404, source: 'inferred' },
  member_email: { code: 1011, message: 'Invalid e-mail address of a member', status: 400, source: 'inferred' },
  member_exists: { code: 1012, message: '{email} is a member already or was invited', status: 400, source: 'inferred' },
  member_roles: { code: 1013, message: 'A member needs one or more roles of the account', status: 400, source: 'inferred' },
  member_status: { code: 1014, message: 'Invalid status of a member: {detail}', status: 400, source: 'inferred' },
  member_last: { code: 1015, message: 'An account needs a super administrator', status: 400, source: 'inferred' },
  invite_answered: { code: 1016, message: 'The invitation is {status}', status: 400, source: 'inferred' },
  role_not_found: { code: 1017, message: 'Role not found', status: 404, source: 'inferred' },
  // Audit logs
  audit_span: { code: 1018, message: "Invalid '{property}': it must be a date or a time such as 2026-11-01T00:00:00Z", status: 400, source: 'inferred' },
  // Plans and what is paid
  plan_not_found: { code: 1005, message: 'Cannot find a valid plan.', status: 404, source: 'old docs' },
  plan_not_for_sale: { code: 1206, message: 'The plan {plan} is only sold to enterprise accounts', status: 400, source: 'inferred' },
  subscription_not_found: { code: 1207, message: 'Subscription not found', status: 404, source: 'inferred' },
  subscription_exists: { code: 1208, message: 'The zone has a subscription already; change it instead', status: 400, source: 'inferred' },
  subscription_field: { code: 1209, message: "Invalid value for subscription property '{property}'", status: 400, source: 'inferred' },
  billing_profile_missing: { code: 1210, message: 'No billing profile', status: 404, source: 'inferred' },
  billing_profile_exists: { code: 1211, message: 'A billing profile exists already', status: 400, source: 'inferred' },
  billing_profile_field: { code: 1212, message: "Invalid value for billing profile property '{property}'", status: 400, source: 'inferred' },
  billing_subscribed: { code: 1213, message: 'All subscriptions have to be cancelled before the billing profile is deleted', status: 400, source: 'old docs' },
  // Zone hold
  zone_held: { code: 1311, message: '{name} is held by its owner in another account', status: 403, source: 'inferred' },
  hold_date: { code: 1310, message: "Invalid 'hold_after': it must be a time such as 2030-01-01T00:00:00Z", status: 400, source: 'inferred' },
} as const satisfies Readonly<Record<string, ErrorRow>>
