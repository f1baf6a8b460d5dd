/** What a `$INCLUDE` asks for (RFC 1035 section 5.1). */
export interface IncludeRequest {
  /** File name as the directive states it. */
  readonly path: string
  /** Name of the file with the directive. */
  readonly from: string
  /** Absolute origin that the included file starts with, in the case it was written in. */
  readonly origin: string
}

/** A file that a resolver found. */
export interface IncludedFile<Content = string | Uint8Array> {
  /** Name in errors; the same file must always have the same name, for a circle is found by it. */
  readonly file: string
  /** What the file holds. */
  readonly content: Content
}

/**
 * Finds included files for the whole-buffer reader; what it throws becomes the cause of an `include-failed` error.
 * @example const resolver: IncludeResolver = ({ path }) => ({ file: path, content: files.get(path)! })
 */
export type IncludeResolver = (request: IncludeRequest) => IncludedFile

/** Octets in pieces of any size. */
export type OctetSource = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** Finds included files for the streaming reader; it may answer later and with octets in pieces. */
export type StreamIncludeResolver = (
  request: IncludeRequest,
) => IncludedFile<string | Uint8Array | OctetSource> | Promise<IncludedFile<string | Uint8Array | OctetSource>>
