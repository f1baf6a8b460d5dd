/**
 * The bytes of an uploaded file, however it came: as text, as bytes, or with a name and a media type.
 * Undefined for anything that is no file.
 */
export const uploadedBytes = (value: unknown): Uint8Array | undefined => {
  if (typeof value === 'string') return new TextEncoder().encode(value)
  if (value instanceof Uint8Array) return value
  return typeof value === 'object' && value !== null && 'content' in value ? uploadedBytes(value.content) : undefined
}
