import type { Change } from './change.ts'

/**
 * An entry of a waiver file: a change that was accepted, the person who is responsible, and the last day on which the
 * waiver is valid.
 */
export interface Waiver {
  /** The fingerprint of a change, or its operation and part as printed in the report. */
  readonly change: string
  readonly reason: string
  readonly owner: string
  /** The last day on which the waiver is valid, such as 2026-01-05. */
  readonly expires: string
}

/** Adds to each change the waiver that names this change. Ignores expired waivers. */
export function applyWaivers(changes: readonly Change[], waivers: readonly Waiver[], today: string): Change[] {
  return changes.map((change) => {
    const waiver = waivers.find((each) => !isExpired(each, today) && isWaivedBy(change, each))
    if (waiver === undefined) return change
    const { reason, owner, expires } = waiver
    return { ...change, waived: { reason, owner, expires } }
  })
}

/** Returns a sentence for each waiver that has expired or matches no change. */
export function waiverProblems(changes: readonly Change[], waivers: readonly Waiver[], today: string): string[] {
  return waivers.flatMap((waiver) => {
    const { change, owner, expires } = waiver
    if (isExpired(waiver, today)) {
      return [`The waiver of ${change} expired on ${expires}: ${owner} has to decide again.`]
    }
    if (changes.some((each) => isWaivedBy(each, waiver))) return []
    return [`The waiver of ${change} matches no change: remove it from the file.`]
  })
}

function isExpired({ expires }: Waiver, today: string): boolean {
  return expires < today.slice(0, 10)
}

function isWaivedBy(change: Change, waiver: Waiver): boolean {
  return waiver.change === change.fingerprint || clausesOf(change).includes(waiver.change)
}

/**
 * Returns the names by which a waiver can refer to a change. Each name consists of an operation and the changed part.
 */
export function clausesOf({ operations, part }: Pick<Change, 'operations' | 'part'>): string[] {
  return (operations.length === 0 ? [''] : operations).map((each) =>
    [each, part].filter((text) => text !== '').join(' '),
  )
}
