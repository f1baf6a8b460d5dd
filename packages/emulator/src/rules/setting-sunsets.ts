/** Settings that the service has given up, with the day from which it no longer knows them; days that are known to the month are its first. */
export const settingSunsets: Readonly<Record<string, string>> = {
  brotli: '2024-08-15',
  cname_flattening: '2025-06-08',
  minify: '2024-08-05',
  mirage: '2026-01-01',
  mobile_redirect: '2024-06-30',
  server_side_exclude: '2024-06-14',
}

/** True when the service no longer knows a setting. @param today As `YYYY-MM-DD`. */
export const isSettingGone = (id: string, today: string): boolean => Object.hasOwn(settingSunsets, id) && today >= (settingSunsets[id] ?? '')
