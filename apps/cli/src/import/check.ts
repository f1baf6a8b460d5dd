import type { ZoneFile } from '@zonewright/bind'
import type { ResourceRecord } from '@zonewright/zone'
import { Failure } from '../failures.ts'
import { zoneFaultLine } from '../zone-file.ts'
import { type ImportRules, problemsOf } from './problem.ts'
import { type PlacedRecord, recordName, withProxy } from './records.ts'

/**
 * The records of a file that was read with the option `lines`, once all of them may be imported.
 * @throws Failure with a line for every fault of the file and every record that can't be imported.
 */
export const checkedRecords = (file: ZoneFile, rules: ImportRules, proxied: boolean | undefined): readonly PlacedRecord[] => {
  const placed = file.records.map((record: ResourceRecord, index): PlacedRecord => ({ record, place: `${file.files?.[index]}:${file.lines?.[index]}` }))
  const problems = placed.flatMap(({ record, place }) => problemsOf(withProxy(record, proxied), rules).map((problem) => `${place}: ${recordName(record)} ${problem}`))
  const all = [...file.errors.map(zoneFaultLine), ...problems]
  if (all.length > 0) throw new Failure([...all, 'nothing was sent'])
  return placed
}
