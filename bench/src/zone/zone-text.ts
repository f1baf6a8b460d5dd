/** The zone that every generated file describes. */
export const ORIGIN = 'example.com.'

/** What a generated file looks like. */
export type ZoneShape = 'plain' | 'mixed' | 'cloudflare'

const apex = `example.com. 3600 IN SOA ns1.example.com. hostmaster.example.com. 2024010101 7200 3600 1209600 300
example.com. 3600 IN NS ns1.example.com.
ns1.example.com. 3600 IN A 198.51.100.53
`

/** Records that every generated file has before those that were asked for. */
export const APEX_RECORDS = 3

const hex = (number: number, digits: number): string => number.toString(16).padStart(digits, '0')
const address = (i: number): string => `198.${18 + (i >> 16 & 1)}.${i >> 8 & 255}.${i & 255}`
const address6 = (i: number): string => `2001:db8:${hex(i >> 16 & 0xffff, 1)}:${hex(i & 0xffff, 1)}::1`

function plainRecord(i: number): string {
  const name = `host-${i}.zone${i % 97}.example.com.`
  if (i % 3 === 0) return `${name} 300 IN A ${address(i)}\n`
  if (i % 3 === 1) return `${name} 3600 IN AAAA ${address6(i)}\n`
  return `${name} 300 IN CNAME target-${i % 1009}.example.net.\n`
}

function cloudflareRecord(i: number): string {
  const tail = i % 2 === 0 ? ` ; managed by team ${i % 7} cf_tags=team:dns${i % 7},cf-proxied:true` : ' ; cf_tags=cf-proxied:false'
  return plainRecord(i).replaceAll(' ', '\t').replace('\n', `${tail}\n`)
}

const digest = (i: number): string => hex(i, 8).repeat(8)
const key = 'AwEAAcw5QLr0IjC0wKbGoBPQv4qmeqHy9mvL5qGQTuaG5TSrNqEAR6b/qvxDx6my4JmEmjUPA1JeEI9YfTUieMr2UZflu7aIbZFLw0vqiYrywCGrCHXLalOrEOmrvAxLvq4v'

// Twenty shapes in turn: eighteen types, relative and absolute names, omitted owners and TTLs, units, parentheses, escapes, comments.
const mixed: readonly ((i: number) => string)[] = [
  (i) => `host${i} 300 IN A ${address(i)}\n`,
  (i) => `\t\t\tAAAA\t${address6(i)}\n`,
  (i) => `www${i}\t1h\tIN\tCNAME\thost${i}\n`,
  (i) => `mail${i} 1h30m MX 10 mx${i & 7}\n`,
  () => `\tIN MX 20 backup.example.net.\n`,
  (i) => `txt${i} IN TXT "v=spf1 include:_spf.example.net ip4:${address(i)} -all"\n`,
  (i) => `_sip._tcp.s${i} SRV 0 5 5060 sip${i}.example.com.\n`,
  (i) => `caa${i} CAA 0 issue "ca.example.net; account=${i}"\n`,
  (i) => `key${i}._domainkey TXT ( "v=DKIM1; k=rsa; "\n\t"p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA${i}" )\n`,
  (i) => `sub${i} 86400 NS ns${i & 3}.example.net. ; delegated\n`,
  (i) => `sub${i - 1} DS ${i & 0xffff} 13 2 ( ${digest(i).slice(0, 32).toUpperCase()}\n\t\t${digest(i).slice(32).toUpperCase()} )\n`,
  (i) => `ptr${i}.example.com. PTR host${i}\n`,
  (i) => `_443._tcp.t${i} TLSA 3 1 1 ${digest(i)}\n`,
  (i) => `ssh${i} SSHFP 4 2 ${digest(i)}\n`,
  (i) => `naptr${i} NAPTR 100 10 "S" "SIP+D2U" "" _sip._udp\n`,
  (i) => `svc${i} HTTPS 1 . alpn="h2,h3" ipv4hint=${address(i)}\n`,
  (i) => `esc${i} TXT "say \\"hi\\" \\; caf\\195\\169" "${i}"\n`,
  (i) => `loc${i} LOC 52 22 23.000 N 4 53 32.000 E -2.00m 0.00m 10000m 10m\n`,
  (i) => `dnskey${i} DNSKEY 256 3 13 ${key}\n`,
  (i) => `uri${i} URI 10 1 "https://www.example.com/path/${i}"\n\tHINFO "PC-Intel" "Linux ${i}"\n`,
]

function mixedPart(from: number, to: number): string {
  let text = ''
  for (let i = from; i < to; i++) {
    const shape = mixed[i % mixed.length]
    if (shape !== undefined) text += shape(i)
  }
  return text
}

/** One round of the mixed shapes makes this many records: the last shape makes two. */
const MIXED_ROUND = mixed.length + 1

/**
 * The text of a zone in parts of a few hundred kilobytes, with as many records as asked for or a few less; the last part is followed by `records`, how many there are.
 * @example for (const part of zoneText('mixed', 1_000_000)) file.write(part.text)
 */
export function* zoneText(shape: ZoneShape, wanted: number): Generator<{ readonly text: string; readonly records: number }, void, void> {
  yield { text: shape === 'mixed' ? `$ORIGIN ${ORIGIN}\n$TTL 1h\n${apex}` : apex, records: APEX_RECORDS }
  if (shape === 'mixed') {
    const rounds = Math.floor(wanted / MIXED_ROUND)
    for (let round = 0; round < rounds; round += 100) {
      const last = Math.min(rounds, round + 100)
      yield { text: mixedPart(round * mixed.length, last * mixed.length), records: (last - round) * MIXED_ROUND }
    }
    return
  }
  const record = shape === 'plain' ? plainRecord : cloudflareRecord
  for (let from = 0; from < wanted; from += 5000) {
    const to = Math.min(wanted, from + 5000)
    let text = ''
    for (let i = from; i < to; i++) text += record(i)
    yield { text, records: to - from }
  }
}
