/**
 * Which year's answers are given. `today` is late 2026. `2024` is how the service spoke before its removals:
 * records carry `zone_id`, `zone_name` and `locked`, SRV content has tabs, SRV data has `service`, `proto` and `name`,
 * validation errors come inside code 1004, a twin is 81057, types may change, filters of records take an operator before the
 * value (`name=contains:x`), a path with a wrong identifier is answered with 400 and two errors, and all settings can be read at once.
 * Client programs older than that need it.
 */
export type Compat = 'today' | '2024'
