import type { OptionData } from '../command.ts'
import type { ManifestInput } from './manifest.ts'

/** Flags that mean something else for every command. */
const taken = new Set(['output', 'base-url', 'token-env', 'verbose', 'version', 'help', 'input', 'max-items', 'yes'])

/** A name of the API as a flag: `zone_id` is `zone-id`, `importZone` is `import-zone`. */
export const kebab = (name: string): string => name.replaceAll('_', '-').replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase()

/** The flag of an input, without its dashes. */
export const flagName = (input: ManifestInput): string => (taken.has(kebab(input.name)) || input.name.startsWith('no-') ? `input-${kebab(input.name)}` : kebab(input.name))

/** The name under which commander keeps the value of a flag. */
export const optionKey = (flag: string): string => flag.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

const placeholders: Readonly<Record<string, string>> = { string: 'text', integer: 'number', number: 'number', enum: 'value', object: 'json', union: 'text or json', upload: 'file', unknown: 'text or json' }

/** Limits that the description does not tell already. */
const limits = (input: ManifestInput): string => {
  const said = (value: number): boolean => input.description?.replaceAll(',', '').includes(String(value)) === true
  const { minimum, maximum, maxLength } = input
  const parts = [
    ...(minimum === undefined || said(minimum) ? [] : [`from ${minimum}`]),
    ...(maximum === undefined || said(maximum) || maximum === Number.MAX_SAFE_INTEGER ? [] : [`up to ${maximum}`]),
    ...(maxLength === undefined || said(maxLength) ? [] : [`at most ${maxLength} ${input.type === 'array' ? 'of them' : 'characters'}`]),
  ]
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`
}

/** A value that is true or false, or only true. */
const isSwitch = (input: ManifestInput): boolean => input.type === 'boolean' || (input.type === 'enum' && input.enum?.every((one) => typeof one === 'boolean') === true)

const flags = (input: ManifestInput): string => {
  const flag = `--${flagName(input)}`
  if (isSwitch(input)) return `${flag} [state]`
  if (input.type === 'array') return `${flag} <value>`
  return `${flag} <${input.name === 'zone_id' ? 'name or id' : (placeholders[input.type] ?? 'value')}>`
}

const help = (input: ManifestInput): string => {
  const first = (input.description ?? input.name).replaceAll(/\s+/g, ' ').replace(/\.$/, '')
  const more = input.type === 'array' ? '; several times, or one JSON list' : ''
  return `${first}${limits(input)}${more}${input.required ? ' [required]' : ''}`
}

/** The option of one input. Whether it is required is decided later: `--input` may bring it, too. */
export const optionFor = (input: ManifestInput): OptionData => ({
  flags: flags(input),
  description: help(input),
  ...(input.type === 'enum' && input.enum !== undefined && !isSwitch(input) ? { choices: input.enum.map(String) } : {}),
  ...(input.type === 'integer' || input.type === 'number' ? { kind: input.type } : isSwitch(input) ? { kind: 'boolean' as const } : {}),
  ...(input.type === 'array' ? { repeatable: true } : {}),
})
