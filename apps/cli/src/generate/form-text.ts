import type { Check, Form, NamedForm, Side } from './form.ts'
import { keyOf, quoted } from './words.ts'

const literal = (value: string | number | boolean): string => (typeof value === 'string' ? quoted(value) : String(value))

/** The name of a field in a type: quoted where a property of an object would be computed. */
const memberOf = (name: string): string => (name === '__proto__' ? quoted(name) : keyOf(name))

const inParentheses = (text: string, form: Form): string => (form.kind === 'union' || form.kind === 'nullable' || (form.kind === 'literals' && form.values.length > 1) ? `(${text})` : text)

/** The members of an object's type, a comment above each. What goes in may be read-only; what comes out is the caller's. */
const membersText = (form: Extract<Form, { kind: 'object' }>, side: Side, indent: string): string => {
  const own = side === 'input' ? 'readonly ' : ''
  const fields = form.fields.map(({ name, required, form: field, doc }) => `${indent}  /** ${doc} */\n${indent}  ${own}${memberOf(name)}${required ? '' : '?'}: ${typeText(field, side, `${indent}  `)}${required || field.kind === 'unknown' ? '' : ' | undefined'}\n`)
  return `{\n${fields.join('')}${form.open ? `${indent}  /** Any other field. */\n${indent}  ${own}[name: string]: unknown\n` : ''}${indent}}`
}

/** A form as a type. */
export const typeText = (form: Form, side: Side, indent = ''): string => {
  switch (form.kind) {
    case 'int':
    case 'number':
      return 'number'
    case 'upload':
      return 'Upload'
    case 'literals':
      return form.values.map(literal).join(' | ')
    case 'array':
      return `${side === 'input' ? 'readonly ' : ''}${inParentheses(typeText(form.item, side, indent), form.item.kind === 'array' && side === 'input' ? { kind: 'union', forms: [] } : form.item)}[]`
    case 'record':
      return `{ ${side === 'input' ? 'readonly ' : ''}[name: string]: ${typeText(form.value, side, indent)} }`
    case 'object':
      return membersText(form, side, indent)
    case 'union':
      return form.forms.map((one) => typeText(one, side, indent)).join(' | ')
    case 'nullable':
      return `${typeText(form.form, side, indent)} | null`
    case 'named':
      return form.name
    default:
      return form.kind
  }
}

const checked = (text: string, checks: readonly Check[]): string => (checks.length === 0 ? text : `${text}.check(${checks.map(([name, limit]) => `z.${name}(${limit})`).join(', ')})`)

const choiceText = (values: readonly (string | number | boolean)[]): string => {
  const texts = values.map(literal)
  if (texts.length === 1) return `z.literal(${texts[0]})`
  return values.every((value) => typeof value === 'string') ? `z.enum([${texts.join(', ')}])` : `z.literal([${texts.join(', ')}])`
}

/** A form as calls of the builders. */
export const builderText = (form: Form, side: Side, indent = ''): string => {
  const inner = (one: Form): string => builderText(one, side, indent)
  switch (form.kind) {
    case 'null':
      return 'z.literal(null)'
    case 'string':
    case 'number':
    case 'int':
      return checked(`z.${form.kind}()`, form.checks)
    case 'literals':
      return choiceText(form.values)
    case 'array':
      return checked(`z.array(${inner(form.item)})`, form.checks)
    case 'record':
      return `z.record(z.string(), ${inner(form.value)})`
    case 'object': {
      const fields = form.fields.map(({ name, required, form: field }) => {
        const text = builderText(field, side, `${indent}  `)
        return `${indent}  ${keyOf(name)}: ${required ? text : `z.optional(${text})`},\n`
      })
      return `z.${form.open ? 'looseObject' : side === 'input' ? 'strictObject' : 'object'}({${fields.length === 0 ? '' : `\n${fields.join('')}${indent}`}})`
    }
    case 'union':
      return `z.union([${form.forms.map(inner).join(', ')}])`
    case 'nullable':
      return `z.nullable(${inner(form.form)})`
    case 'named':
      return form.again ? `z.lazy((): Schema => ${form.name})` : form.name
    default:
      return `z.${form.kind}()`
  }
}

/** A form with a name: its type, and the schema of the same name. */
export const namedText = ({ name, form, doc }: NamedForm, side: Side): string => {
  const comment = doc === '' ? '' : `/** ${doc} */\n`
  const type = typeText(form, side)
  // An interface shows its members where an alias would show its name.
  const declared = form.kind === 'object' ? `export interface ${name} ${type}` : `export type ${name} = ${type}`
  return `${comment}${declared}\nconst ${name} = ${builderText(form, side)}`
}
