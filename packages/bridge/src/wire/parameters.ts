import type { FormPostRequest } from './message.ts'

/** Parameters by name; of those with one name the last counts, as in PHP. */
export type Parameters = Readonly<Record<string, string>>

/** A form that can't be read: the boundary is missing, a part has no end. */
export class FormError extends Error {
  override readonly name = 'FormError'
}

/** No program sends more; a form of a million names would cost more to read than the body's size tells. */
const mostParameters = 1000

const collect = (entries: Iterable<readonly [string, unknown]>, into: Map<string, string>): void => {
  for (const [name, value] of entries) {
    // A file has no place in these APIs; its name must not become a value.
    if (typeof value === 'string') into.set(name, value)
    if (into.size > mostParameters) throw new FormError(`a form has at most ${mostParameters} parameters`)
  }
}

const multipart = async (contentType: string, body: Uint8Array): Promise<Iterable<readonly [string, unknown]>> => {
  try {
    const form = await new Response(body as Uint8Array<ArrayBuffer>, { headers: { 'content-type': contentType } }).formData()
    return form.entries()
  } catch (cause) {
    throw new FormError('the multipart body cannot be read', { cause })
  }
}

/**
 * The parameters of a request, wherever it has them: programs in the wild send a query with an empty POST, a urlencoded
 * body or a multipart one. Where query and body name the same one, the body counts.
 * @throws FormError when a multipart body can't be read.
 * @example await readParameters({ method: 'GET', target: '/api_json.html?a=stats&z=example.com', contentType: '', body: new Uint8Array() })
 */
export const readParameters = async ({ target, contentType, body }: FormPostRequest): Promise<Parameters> => {
  const found = new Map<string, string>()
  const query = target.indexOf('?')
  if (query >= 0) collect(new URLSearchParams(target.slice(query + 1)), found)
  const type = contentType.toLowerCase()
  if (type.startsWith('multipart/form-data')) collect(await multipart(contentType, body), found)
  // Programs that set no type, or a wrong one, send the same form.
  else if (body.length > 0) collect(new URLSearchParams(new TextDecoder().decode(body)), found)
  return Object.fromEntries(found)
}
