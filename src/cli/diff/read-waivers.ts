import { parseFile } from '../../document/read-file.ts'
import { readText } from '../../document/read-text.ts'
import type { Waiver } from '../../diff/waivers.ts'
import { ContractError } from '../../errors.ts'
import { isArray, isObject, type Json } from '../../json.ts'

const KEYS = ['fingerprint', 'clause', 'reason', 'owner', 'expires']

/** Reads the file of `--waive`. Throws `bad-waivers` with the line of an invalid entry. */
export function readWaivers(file: string): Waiver[] {
  const { value, positionOf } = parseFile(
    readText(file, { next: 'give the path of a YAML file with a list of waivers' }),
    file,
  )
  const bad = (what: string, at: string): ContractError =>
    new ContractError('bad-waivers', {
      what,
      where: `${file}:${positionOf(at).line}`,
      next: 'write `- { fingerprint: …, reason: …, owner: …, expires: 2026-12-31 }`',
    })
  if (!isArray(value)) throw bad('the file is not a list', '')
  return value.map((entry: Json, index) => {
    const at = `/${index}`
    if (!isObject(entry)) throw bad('an entry is not a map', at)
    const unknown = Object.keys(entry).find((key) => !KEYS.includes(key))
    if (unknown !== undefined) throw bad(`unknown key \`${unknown}\``, at)
    const text = (key: string): string => {
      const own = entry[key]
      if (typeof own === 'string' && own.trim() !== '') return own.trim()
      throw bad(`\`${key}\` of an entry is missing`, at)
    }
    if (entry['fingerprint'] !== undefined && entry['clause'] !== undefined) {
      throw bad('an entry has both `fingerprint` and `clause`', at)
    }
    const expires = text('expires')
    if (!isDate(expires)) throw bad('`expires` is not a date such as 2026-12-31', at)
    const change = text(entry['fingerprint'] === undefined && entry['clause'] !== undefined ? 'clause' : 'fingerprint')
    return { change, reason: text('reason'), owner: text('owner'), expires }
  })
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}
