import type { Action } from '../command.ts'
import { Failure } from '../failures.ts'
import { isObject, tagsOf } from '../generate/document.ts'
import { moduleText } from '../generate/module-text.ts'
import { LostReference } from '../generate/references.ts'
import { fileFailure, inputName, readInput } from '../input-file.ts'

/** Reads a document; most are JSON, which its own reader reads a hundred times as fast, and the rest is YAML. */
const parseDocument = async (text: string): Promise<unknown> => {
  if (/^\s*\{/.test(text)) {
    try {
      return JSON.parse(text)
    } catch {
      // YAML may begin with a brace as well.
    }
  }
  const { parse } = await import('yaml')
  return parse(text)
}

/** Makes a module from a document. */
export const run: Action<{ readonly document: string }, { readonly tag: string; readonly out?: string }> = async (context, { document: path }, { tag, out }) => {
  const source = new TextDecoder().decode(await readInput(path, context.io))
  let document: unknown
  try {
    document = await parseDocument(source)
  } catch (cause) {
    throw new Failure(`${inputName(path)}: it is neither JSON nor YAML`, { cause })
  }
  if (!isObject(document) || !String(document['openapi']).startsWith('3.') || !isObject(document['paths'])) throw new Failure(`${inputName(path)}: it is no OpenAPI 3 document with paths`)
  let text: string
  try {
    text = moduleText(document, tag)
  } catch (error) {
    if (error instanceof LostReference) throw new Failure(`${inputName(path)}: ${error.message}`)
    throw error
  }
  if (text === '') throw new Failure(`${inputName(path)}: no operation has the tag "${tag}"; there are: ${tagsOf(document).join(', ')}`)
  if (out === undefined) {
    await context.io.stdout.write(text)
    return
  }
  const { writeFile } = await import('node:fs/promises')
  try {
    await writeFile(out, text)
  } catch (cause) {
    throw fileFailure('write', out, cause)
  }
}
