import { InputError } from './errors.ts'

const headerName = /^[!#$%&'*+.^_`|~0-9a-z-]+$/

// Visible ASCII, blank and tab: other characters would arrive as different bytes, line breaks as other headers.
const headerValue = /^[\t\x20-\x7e]*$/

/**
 * Extra headers in their one form: lower-case names, values of visible ASCII.
 * @throws InputError for any other name or value; a value is never shown, it may be a secret.
 */
export const checkedHeaders = (route: string, headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> => {
  const clean: Record<string, string> = {}
  for (const [given, value] of Object.entries(headers)) {
    const name = given.toLowerCase()
    const refuse = (message: string): never => {
      throw new InputError({ route, issues: [{ path: ['headers', given], message }] })
    }
    if (!headerName.test(name)) refuse('this is not a header name; use letters, digits and dashes')
    if (typeof value !== 'string') refuse(`the value is ${value === null ? 'null' : `a ${typeof value}`}, expected text`)
    if (!headerValue.test(value)) refuse('the value has a line break or a character outside ASCII; encode it first')
    clean[name] = value
  }
  return clean
}
