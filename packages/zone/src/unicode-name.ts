import { NameError } from './names.ts'

/** What the URL standard calls forbidden in a host, and `%`, which it would decode. */
const forbidden = ' #%/:<>?@[\\]^|"'

/**
 * Turns a name as a person types it into ASCII: each label with other characters becomes its A-label (UTS 46).
 *
 * ASCII labels stay as they are, with `_`, `*` and escapes; the ideographic full stops U+3002, U+FF0E and U+FF61
 * part labels as well. The result goes to {@link parseName}.
 * @throws {@link NameError} for a label that UTS 46 does not allow.
 * @example const name = toAsciiName('_dmarc.bücher.example') // '_dmarc.xn--bcher-kva.example'
 */
export function toAsciiName(text: string): string {
  if (isAscii(text)) return text
  return text
    .replaceAll(/[\u3002\uff0e\uff61]/g, '.')
    .split('.')
    .map((label) => (isAscii(label) ? label : toAsciiLabel(label, text)))
    .join('.')
}

function toAsciiLabel(label: string, text: string): string {
  const expected = `another label than ${JSON.stringify(label)}, which no internationalised domain name can have`
  for (const character of label) if (forbidden.includes(character) || character < ' ') throw new NameError(text, expected)
  // The label before the dot cannot be taken for an IPv4 address; the platform brings the tables of UTS 46.
  const host = hostOf(`http://${label}.invalid/`, text, expected)
  const ascii = host.slice(0, -'.invalid'.length)
  if (!host.endsWith('.invalid') || ascii === '' || ascii.includes('.')) throw new NameError(text, expected)
  return ascii
}

function hostOf(url: string, text: string, expected: string): string {
  try {
    return new URL(url).hostname
  } catch (cause) {
    throw new NameError(text, expected, { cause })
  }
}

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 0x7f) return false
  return true
}
