import { utf8ToOctets } from './octets.ts'

/**
 * The rdata of one record, cut into tokens, as octet strings: each character is one octet.
 *
 * A quoted string is always a token of its own, as in BIND: `alpn="h2"` is the token `alpn=` and the quoted token
 * `h2`, joined to the one before; `a"b"` in a TXT record is two strings.
 */
export interface RdataTokens {
  /** Number of tokens. */
  readonly count: number
  /** Raw text of a token: quotes removed, escapes still in it. */
  text(index: number): string
  /** The token stood between quotes. */
  quoted(index: number): boolean
  /** No white space stands between this token and the one before; when the method is left out, none is assumed before a quote. */
  joined?(index: number): boolean
}

/**
 * Cuts a line of rdata into tokens: what stands between white space, and quoted strings.
 *
 * Non-ASCII characters become their UTF-8 octets. Parentheses and comments belong to zone files, not to rdata, and
 * are not looked at here. A quote without its partner runs to the end and is reported as a token that starts with `"`.
 * @example const second = tokensOf('10 mail').text(1) // 'mail'
 */
export function tokensOf(text: string): RdataTokens {
  const octets = utf8ToOctets(text)
  const found: Token[] = []
  let end = -1
  for (let index = 0; index < octets.length; ) {
    if (isSpace(octets.charCodeAt(index))) {
      index++
      continue
    }
    const token = octets[index] === '"' ? quotedAt(octets, index) : wordAt(octets, index)
    found.push({ ...token, joined: index === end })
    end = index = token.end
  }
  return {
    count: found.length,
    text: (index) => found[index]?.text ?? '',
    quoted: (index) => found[index]?.quoted ?? false,
    joined: (index) => found[index]?.joined ?? false,
  }
}

interface Token {
  readonly text: string
  readonly quoted: boolean
  readonly end: number
  readonly joined?: boolean
}

function wordAt(octets: string, start: number): Token {
  let index = start
  while (index < octets.length) {
    const octet = octets.charCodeAt(index)
    if (octet === 0x22 || isSpace(octet)) break
    index += octet === 0x5c ? 2 : 1
  }
  const end = Math.min(index, octets.length)
  return { text: octets.slice(start, end), quoted: false, end }
}

function quotedAt(octets: string, start: number): Token {
  let index = start + 1
  while (index < octets.length && octets.charCodeAt(index) !== 0x22) index += octets.charCodeAt(index) === 0x5c ? 2 : 1
  if (index >= octets.length) return { text: octets.slice(start), quoted: false, end: octets.length }
  return { text: octets.slice(start + 1, index), quoted: true, end: index + 1 }
}

function isSpace(octet: number): boolean {
  return octet === 0x20 || (octet >= 0x09 && octet <= 0x0d)
}
