import { readZone } from '../../packages/bind/src/index.ts'

const RECORDS = 100_000
const ROUNDS = 5

// One record of each kind in turn: what zones hold, with omitted owners, units, quotes, parentheses and comments.
function mixedZone(records: number): string {
  const lines = ['$ORIGIN example.com.', '$TTL 1h', '@ IN SOA ns1 hostmaster ( 2024010101 2h 15m 4w 300 )', '@ NS ns1']
  for (let i = 0; i < records; i++) {
    const address = `198.51.${(i >> 8) & 255}.${i & 255}`
    switch (i % 10) {
      case 0: lines.push(`host${i}.example.com. 300 IN A ${address}`); break
      case 1: lines.push(`\tAAAA 2001:db8::${(i & 0xffff).toString(16)}`); break
      case 2: lines.push(`www${i} CNAME host${i}`); break
      case 3: lines.push(`mail${i} 1h30m MX 10 mx${i & 7}`); break
      case 4: lines.push(`txt${i} TXT "v=spf1 include:_spf.example.net ip4:${address} -all"`); break
      case 5: lines.push(`_sip._tcp.s${i} SRV 0 5 5060 sip${i}`); break
      case 6: lines.push(`caa${i} CAA 0 issue "letsencrypt.org"`); break
      case 7: lines.push(`key${i} TXT ( "v=DKIM1; k=rsa; "`, `\t"p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A" )`); break
      case 8: lines.push(`edge${i}.example.com.\t1\tIN\tA\t${address} ; edge cf_tags=team:dns,cf-proxied:true`); break
      default: lines.push(`sub${i} 60 NS ns${i & 3}.example.net.`)
    }
  }
  return `${lines.join('\n')}\n`
}

// The least that any reader in this language does: lines, then words.
function splitFloor(text: string): number {
  let words = 0
  for (const line of text.split('\n')) words += line.split(/\s+/).length
  return words
}

function cpuSeconds(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

const text = mixedZone(RECORDS)
const octets = new TextEncoder().encode(text)
const reading: number[] = []
const splitting: number[] = []
let records = 0
for (let round = 0; round < ROUNDS; round++) {
  reading.push(cpuSeconds(() => { records = readZone(octets, { origin: 'example.com.' }).records.length }))
  splitting.push(cpuSeconds(() => { splitFloor(text) }))
}
if (records !== RECORDS + 2) throw new Error(`${records} records came out of ${RECORDS + 2}`)
const rate = records / median(reading)
console.log(JSON.stringify({
  bench: 'zone-read',
  records_per_cpu_second: Math.round(rate),
  ratio_to_split: Number((median(splitting) / median(reading)).toFixed(3)),
}))
