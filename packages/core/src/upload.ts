/** A file to upload: its text or bytes alone, or with the name and media type that the part should carry. */
export type Upload = string | Uint8Array | { readonly name: string; readonly type?: string; readonly content: string | Uint8Array }
