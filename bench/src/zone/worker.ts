// One piece of work in a process of its own, for bench/src/zone-*.ts: `node worker.ts work file`. Prints what it cost.
import { createReadStream, createWriteStream, readFileSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'

const [work = '', file = ''] = process.argv.slice(2)
const options = { origin: 'example.com.' } as const
const source = () => createReadStream(file, { highWaterMark: 262_144 })

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
  async print() {
    const { canonicalLine, readZoneBatches } = await import('@zonewright/bind')
    let records = 0
    await pipeline(async function* () {
      for await (const batch of readZoneBatches(source(), options)) {
        records += batch.length
        let text = ''
        for (const record of batch) text += `${canonicalLine(record)}\n`
        yield Buffer.from(text, 'latin1')
      }
    }, createWriteStream('/dev/null'))
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
const before = process.cpuUsage()
const count = await chosen()
const { user, system } = process.cpuUsage(before)
console.log(JSON.stringify({ count, seconds: (user + system) / 1e6, megabytes: Math.round(process.resourceUsage().maxRSS / 1024) }))
