import { stringify } from 'yaml'

/** A value as YAML. */
export const yaml = (value: unknown): string => stringify(value, { lineWidth: 0 })
