import type { Location } from './location.ts'

/** The fields of a LOC record, named as in Cloudflare's API. */
export interface LocationForm {
  /** Degrees of latitude, 0 to 90. */
  lat_degrees: number
  /** Minutes of latitude, 0 to 59. */
  lat_minutes: number
  /** Seconds of latitude, 0 to 59.999. */
  lat_seconds: number
  /** Side of the equator. */
  lat_direction: 'N' | 'S'
  /** Degrees of longitude, 0 to 180. */
  long_degrees: number
  /** Minutes of longitude, 0 to 59. */
  long_minutes: number
  /** Seconds of longitude, 0 to 59.999. */
  long_seconds: number
  /** Side of the prime meridian. */
  long_direction: 'E' | 'W'
  /** Metres above the reference spheroid, -100000 to 42849672.95. */
  altitude: number
  /** Diameter of the place in metres, 0 to 90000000. */
  size: number
  /** Horizontal precision in metres, 0 to 90000000. */
  precision_horz: number
  /** Vertical precision in metres, 0 to 90000000. */
  precision_vert: number
}

/** @internal */
export function locationForm({ latitude, longitude, altitude, sizes: [size, horizontal, vertical] }: Location): LocationForm {
  const [north, east] = [Math.abs(latitude), Math.abs(longitude)]
  return {
    lat_degrees: Math.floor(north / 3_600_000),
    lat_minutes: Math.floor(north / 60_000) % 60,
    lat_seconds: (north % 60_000) / 1000,
    lat_direction: latitude < 0 ? 'S' : 'N',
    long_degrees: Math.floor(east / 3_600_000),
    long_minutes: Math.floor(east / 60_000) % 60,
    long_seconds: (east % 60_000) / 1000,
    long_direction: longitude < 0 ? 'W' : 'E',
    altitude: altitude / 100,
    size: size / 100,
    precision_horz: horizontal / 100,
    precision_vert: vertical / 100,
  }
}

/**
 * Writes the fields as LOC text; minutes, seconds, altitude and sizes that are absent are 0, as in Cloudflare's API.
 * @internal
 */
export function locationText(form: unknown): string | undefined {
  if (typeof form !== 'object' || form === null) return undefined
  const fields = form as Partial<Record<keyof LocationForm, unknown>>
  const parts = [
    fields.lat_degrees,
    fields.lat_minutes ?? 0,
    rounded(fields.lat_seconds, 3),
    fields.lat_direction,
    fields.long_degrees,
    fields.long_minutes ?? 0,
    rounded(fields.long_seconds, 3),
    fields.long_direction,
    rounded(fields.altitude, 2),
    rounded(fields.size, 2),
    rounded(fields.precision_horz, 2),
    rounded(fields.precision_vert, 2),
  ]
  return parts.every((part) => typeof part === 'number' || typeof part === 'string') ? parts.join(' ') : undefined
}

/** Binary fractions such as 0.1 + 0.2 must not carry more places than the wire has. */
function rounded(value: unknown, places: number): unknown {
  return typeof value === 'number' ? value.toFixed(places) : (value ?? 0)
}
