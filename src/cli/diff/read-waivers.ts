import type { Waiver } from '../../diff/waivers.ts'
import { isArray } from '../../json.ts'
import { readEntryFile } from '../entries.ts'

const KEYS = ['fingerprint', 'clause', 'reason', 'owner', 'expires']

/** Reads the file that `--waive` names. Throws `bad-waivers` with the line of the invalid entry. */
export function readWaivers(path: string): Waiver[] {
  const next = 'write `- { fingerprint: …, reason: …, owner: …, expires: 2026-12-31 }`'
  const file = readEntryFile(path, { code: 'bad-waivers', next })
  if (!isArray(file.value)) throw file.bad('the file is not a list', '')
  return file.value.map((each, index) => {
    const at = `/${index}`
    const entry = file.map(each, at, KEYS)
    const isByClause = entry['clause'] !== undefined
    if (isByClause && entry['fingerprint'] !== undefined) {
      throw file.bad('an entry has both `fingerprint` and `clause`', at)
    }
    const expires = file.date(entry, 'expires', at)
    const change = file.text(entry, isByClause ? 'clause' : 'fingerprint', at)
    return { change, reason: file.text(entry, 'reason', at), owner: file.text(entry, 'owner', at), expires }
  })
}
