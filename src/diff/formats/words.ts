import type { Change } from '../change.ts'
import type { DiffReport } from '../diff-report.ts'
import { LEVELS, type Party } from '../levels.ts'

/** The words that a report uses for each party that a change affects. */
export const PARTIES: Readonly<Record<Party, string>> = {
  readers: 'consumers that read responses',
  senders: 'consumers that send requests',
  provider: 'the provider',
  testers: 'testers',
  gate: 'users of the gate',
}

/** Returns a sentence about the consumers or other parties that a change affects, and the reason. */
export function whyOf({ level, breaksFor, why }: Change): string {
  const parties = breaksFor.map((party) => PARTIES[party]).join(' and ')
  if (level === 'compatible' || level === 'text') return parties === '' ? why : `concerns ${parties}: ${why}`
  return `${level === 'breaking' ? 'breaks' : 'may break'} ${parties}: ${why}`
}

/** Returns the number of changes by level: `1 breaking, 2 compatible`. */
export function countsOf({ counts }: DiffReport): string {
  const found = LEVELS.filter((level) => counts[level] > 0).map((level) => `${counts[level]} ${level}`)
  return found.length === 0 ? 'no changes' : found.join(', ')
}

/** Returns a sentence about the required `info.version`. */
export function versionOf({ requires, base, head }: DiffReport): string {
  if (requires === undefined) return `\`info.version\` may stay ${head.version}`
  const is = head.version === base.version ? `is still ${head.version}` : `is ${head.version} after ${base.version}`
  return `\`info.version\` ${is}; it must be ${requires.version} or later`
}

/** The changes of one operation or of the whole document. */
export interface ChangeGroup {
  readonly name: string
  readonly changes: readonly Change[]
}

/**
 * Groups changes by their first operation. `changes` begins with the worst change, so the group with this change comes
 * first.
 */
export function groupChanges(changes: readonly Change[]): ChangeGroup[] {
  const groups = new Map<string, Change[]>()
  for (const change of changes) {
    const name = change.operations[0] ?? 'whole document'
    groups.set(name, [...(groups.get(name) ?? []), change])
  }
  return [...groups].map(([name, all]) => ({ name, changes: all }))
}

/** Returns a sentence about the affected operations other than the first. */
export function othersOf({ operations }: Change): string {
  const count = operations.length - 1
  return count < 1 ? '' : `also in ${count} other operation${count === 1 ? '' : 's'}`
}

/** Returns a sentence with an example value that shows the change. */
export function shownBy({ value }: Change): string {
  if (value === undefined) return ''
  const other = value.allowedBy === 'base' ? 'head' : 'base'
  return `${value.json} is valid in ${value.allowedBy}; ${other} forbids it by ${value.forbiddenBy}`
}
