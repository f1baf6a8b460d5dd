// One piece of work in a process of its own, for bench/src/zone-*.ts; see run-worker.ts. Prints what it cost.
import { closeSync, openSync, readFileSync, readSync, writeSync } from 'node:fs'

const [work = '', file = ''] = process.argv.slice(-2)
const options = { origin: 'example.com.' } as const
let before = process.cpuUsage()

// A piece is copied before the next one is asked for, so one buffer does for the whole file.
function* source(): Generator<Uint8Array, void, void> {
  const buffer = new Uint8Array(131_072)
  const descriptor = openSync(file, 'r')
  try {
    for (let octets = readSync(descriptor, buffer, 0, buffer.length, null); octets > 0; octets = readSync(descriptor, buffer, 0, buffer.length, null)) yield buffer.subarray(0, octets)
  } finally {
    closeSync(descriptor)
  }
}

const works: Readonly<Record<string, () => Promise<number>>> = {
  async start() {
    return 0
  },
  async scan() {
    const { scanZoneStream } = await import('@zonewright/bind')
    const { records, errors } = await scanZoneStream(source(), options)
    if (errors[0] !== undefined) throw errors[0]
    return records
  },
  async objects() {
    const { readZoneBatches } = await import('@zonewright/bind')
    let records = 0
    for await (const batch of readZoneBatches(source(), options)) records += batch.length
    return records
  },
  async kept() {
    const { readZone } = await import('@zonewright/bind')
    return readZone(readFileSync(file), options).records.length
  },
  async first() {
    const { readZone } = await import('@zonewright/bind')
    const text = readFileSync(file)
    // What counts is the first zone file of a process, not the import.
    before = process.cpuUsage()
    return readZone(text, options).records.length
  },
  async print() {
    const { canonicalLine, readZoneBatches } = await import('@zonewright/bind')
    const out = openSync('/dev/null', 'w')
    let records = 0
    for await (const batch of readZoneBatches(source(), options)) {
      records += batch.length
      let text = ''
      for (const record of batch) text += `${canonicalLine(record)}\n`
      writeSync(out, text, null, 'latin1')
    }
    closeSync(out)
    return records
  },
  async diff() {
    const [{ readZone }, { diff }] = await Promise.all([import('@zonewright/bind'), import('@zonewright/zone')])
    const held = readZone(readFileSync(file), options).records.map((record) => ({ ...record, id: '' }))
    const wanted = readZone(readFileSync(`${file}.changed`), options).records
    return diff(held, wanted).length
  },
}

const chosen = works[work]
if (chosen === undefined) throw new Error(`no work is called ${work}`)
before = process.cpuUsage()
const count = await chosen()
const { user, system } = process.cpuUsage(before)
console.log(JSON.stringify({ count, seconds: (user + system) / 1e6, megabytes: Math.round(process.resourceUsage().maxRSS / 1024) }))
