import { octetsToUtf8, parseRdata, tokensOf, utf8ToOctets } from '@zonewright/zone'

const quote = (octets: string): string => {
  let text = '"'
  for (let index = 0; index < octets.length; index++) {
    const code = octets.charCodeAt(index)
    text += code === 0x22 || code === 0x5c ? `\\${octets[index]}` : code < 0x20 || code > 0x7e ? `\\${String(code).padStart(3, '0')}` : octets[index]
  }
  return `${text}"`
}

/** Octets in strings as long as they can be. */
const inStrings = (octets: string): string => {
  const strings: string[] = []
  for (let start = 0; start === 0 || start < octets.length; start += 255) strings.push(quote(octets.slice(start, start + 255)))
  return strings.join(' ')
}

/** The octets of the strings of canonical rdata, joined. */
const octetsOf = (rdata: string): string =>
  [...rdata.matchAll(/"((?:[^"\\]|\\.)*)"/gs)]
    .map(([, string = '']) => string.replaceAll(/\\(\d{3})|\\(.)/gs, (_, code: string | undefined, plain: string) => (code === undefined ? plain : String.fromCharCode(Number(code)))))
    .join('')

/**
 * The content of a TXT or SPF record as rdata. The client API has text without quotes; content that starts with a quote is
 * read as a zone file has it.
 * @throws RdataError when it starts with a quote and is not in that form.
 * @example rdataOfText('v=spf1 -all') // '"v=spf1 -all"'
 */
export const rdataOfText = (content: string): string => parseRdata('TXT', tokensOf(content.trimStart().startsWith('"') ? content : inStrings(utf8ToOctets(content))), '.')

/**
 * The rdata of a TXT or SPF record as content: without quotes where that comes back exactly, else as a zone file has it.
 * @example textOfRdata('"v=spf1 -all"') // 'v=spf1 -all'
 */
export const textOfRdata = (rdata: string): string => {
  const octets = octetsOf(rdata)
  const text = octetsToUtf8(octets)
  const survives = text !== '' && text === text.trim() && !text.startsWith('"') && !/[\p{Cc}\p{Cs}]/u.test(text) && rdataOfText(text) === rdata
  return survives ? text : rdata
}
