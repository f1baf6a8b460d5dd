import type { Action } from '../command.ts'
import { Failure } from '../failures.ts'
import { isObject, tagsOf } from '../generate/document.ts'
import { moduleText } from '../generate/module-text.ts'
import { fileFailure, inputName, readInput } from '../input-file.ts'

/** Makes a module from a document. */
export const run: Action<{ readonly document: string }, { readonly tag: string; readonly out?: string }> = async (context, { document: path }, { tag, out }) => {
  const { parse } = await import('yaml')
  const source = Buffer.from(await readInput(path, context.io)).toString('utf8')
  let document: unknown
  try {
    // JSON is YAML as well.
    document = parse(source)
  } catch (cause) {
    throw new Failure(`${inputName(path)}: it is neither JSON nor YAML`, { cause })
  }
  if (!isObject(document) || !String(document['openapi']).startsWith('3.') || !isObject(document['paths'])) throw new Failure(`${inputName(path)}: it is no OpenAPI 3 document with paths`)
  const text = moduleText(document, tag)
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
