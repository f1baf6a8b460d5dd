/** Values that settings had once, and those that mean the same today. */
const renamed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ssl: { full_strict: 'strict' },
  // Rocket Loader has lost its mode for chosen scripts only, IPv6 the one for chosen hosts.
  rocket_loader: { manual: 'on' },
  ipv6: { safe: 'on' },
}

/** Settings whose documents once asked for the whole setting as the value. */
const whole: ReadonlySet<string> = new Set(['tls_client_auth'])

/**
 * A value of 2015 as today's; every other value as it is.
 * @example todaysValue('ssl', 'full_strict') // 'strict'
 */
export const todaysValue = (id: string, value: unknown): unknown => {
  if (whole.has(id) && typeof value === 'object' && value !== null && 'value' in value) return value.value
  return typeof value === 'string' && Object.hasOwn(renamed, id) ? (renamed[id]?.[value] ?? value) : value
}
