import { basename } from 'node:path'
import { UsageError } from '../failures.ts'
import { readInput } from '../input-file.ts'
import type { Io } from '../io.ts'

/** What the values of a call say. */
export interface CallValues {
  /** Names and values, in order. */
  readonly fields: Readonly<Record<string, unknown>>
  /** Names of fields that are uploads. */
  readonly files: readonly string[]
  /** A file that is the whole body. */
  readonly body?: unknown
}

const form = /^([^=:@]+)(:=@|:=|=@|=|@)(.*)$/s

const text = async (path: string, io: Io): Promise<string> => Buffer.from(await readInput(path, io)).toString('utf8')

const json = (value: string, item: string): unknown => {
  try {
    return JSON.parse(value)
  } catch (cause) {
    throw new UsageError(`value ${item}: what follows := is not JSON; use = for text`, { cause })
  }
}

const valueOf = async (item: string, sign: string, rest: string, io: Io): Promise<unknown> => {
  if (sign === '=') return rest
  if (sign === ':=') return json(rest, item)
  if (sign === '=@') return text(rest, io)
  if (sign === ':=@') return json(await text(rest, io), item)
  return { name: basename(rest), content: await readInput(rest, io) }
}

/**
 * Reads the values of a call: `key=text`, `key:=json`, `key=@file`, `key:=@file`, `key@file`, `@file`.
 * @throws UsageError for one that has none of these forms; Failure for a file that can't be read.
 */
export const readValues = async (items: readonly string[], io: Io): Promise<CallValues> => {
  const fields: Record<string, unknown> = {}
  const files: string[] = []
  let body: unknown
  for (const item of items) {
    if (item.startsWith('@')) {
      if (items.length > 1) throw new UsageError(`value ${item}: a file that is the whole body stands alone`)
      const content = await text(item.slice(1), io)
      try {
        body = JSON.parse(content)
      } catch (cause) {
        throw new UsageError(`value ${item}: the file is not JSON; to upload it, write name${item}`, { cause })
      }
      continue
    }
    const [, name, sign, rest] = form.exec(item) ?? []
    if (name === undefined || sign === undefined || rest === undefined) throw new UsageError(`value ${item}: expected key=text, key:=json, key=@file, key@file or @file`)
    if (name in fields) throw new UsageError(`value ${item}: ${name} is given twice; use ${name}:=[...] for a list`)
    fields[name] = await valueOf(item, sign, rest, io)
    if (sign === '@') files.push(name)
  }
  return { fields, files, ...(body === undefined ? {} : { body }) }
}

/** Pairs of `key=value`. @throws UsageError for one without its sign. */
export const readPairs = (option: string, given: readonly string[], sign: '=' | ':'): [string, string][] =>
  given.map((pair) => {
    const at = pair.indexOf(sign)
    if (at < 1) throw new UsageError(`${option} ${pair}: expected name${sign}value`)
    return [pair.slice(0, at).trim(), sign === ':' ? pair.slice(at + 1).trim() : pair.slice(at + 1)]
  })
