import { refuse } from '../errors.ts'

/** Most characters in the content of one TXT record. */
export const longestTxt = 2048

/** Most characters in all TXT records of one name together. */
export const longestTxtAtName = 8192

const stringForm = /"((?:[^"\\]|\\.)*)"/gs

/** The octets of a quoted string: `\DDD` is an octet, `\X` is X, the rest is UTF-8. */
const unescaped = (text: string): Buffer =>
  Buffer.concat(
    Array.from(text.matchAll(/\\(\d{3})|\\(.)|([^\\]+)/gs), ([, octet, character, plain]) => {
      if (octet === undefined) return Buffer.from(character ?? plain ?? '', 'utf8')
      if (Number(octet) > 255) throw refuse('txt_content', { detail: `\\${octet} is no octet` })
      return Buffer.from([Number(octet)])
    }),
  )

const escapedOctet = (octet: number): string => {
  if (octet === 0x22 || octet === 0x5c) return `\\${String.fromCharCode(octet)}`
  return octet >= 0x20 && octet < 0x7f ? String.fromCharCode(octet) : `\\${String(octet).padStart(3, '0')}`
}

/** Quoted strings of at most 255 octets each; one empty string for no octets. */
const quoted = (octets: Buffer): string[] => {
  const strings: string[] = []
  for (let start = 0; start === 0 || start < octets.length; start += 255) strings.push(`"${Array.from(octets.subarray(start, start + 255), escapedOctet).join('')}"`)
  return strings
}

/**
 * The content as a zone file writes it: text without quotes becomes one or more quoted strings of at most 255 octets.
 * What is kept and answered is the text as it was sent; this form only tells whether two texts are equal.
 * @throws Refusal `txt_content` for quotes that don't pair, `content_length` beyond 2,048 characters.
 * @example txtPresentation('v=spf1 -all') // '"v=spf1 -all"'
 */
export const txtPresentation = (content: string): string => {
  if (content === '') throw refuse('content_required')
  if (content.length > longestTxt) throw refuse('content_length')
  if (!content.trimStart().startsWith('"')) return quoted(Buffer.from(content, 'utf8')).join(' ')
  if (content.replace(stringForm, '').trim() !== '') throw refuse('txt_content', { detail: 'the quotes do not pair' })
  return Array.from(content.matchAll(stringForm), ([, text]) => quoted(unescaped(text ?? ''))).flat().join(' ')
}
