import { ContractError } from '../errors.ts'
import type { LiveConnection } from './connect-live.ts'
import { differingValues } from './fixtures/put-back.ts'
import type { Slot } from './fixtures/slot.ts'
import { textOf } from './text-of.ts'

/** The result of restoring one journal entry. */
export interface Restored {
  readonly fixture: string
  readonly outcome: 'already had its old values' | 'restored' | 'removed' | 'not restored'
  /** An additional sentence about the result, for the user. */
  readonly detail?: string
}

/**
 * Restores all objects in the journal. Deletes an entry when the server returns the old values again. The fixtures of
 * the connection must be made from the journal entries.
 */
export async function restoreLive({ store, journal, operations }: LiveConnection): Promise<readonly Restored[]> {
  const operation = operations.find(({ update }) => update !== undefined)
  const done: Restored[] = []
  for (const entry of journal.entries) {
    const slot = store.slots.find(({ fixture }) => fixture.name === entry.fixture)
    if (slot === undefined || operation === undefined) continue
    try {
      if (entry.kind === 'created') {
        if (slot.use.address.some((key) => entry.path[key] === undefined)) {
          done.push({ fixture: entry.fixture, outcome: 'not restored', detail: UNKNOWN_ID })
          journal.settle(entry.fixture)
          continue
        }
        await store.remove(slot)
        done.push({ fixture: entry.fixture, outcome: 'removed' })
        journal.settle(entry.fixture)
        continue
      }
      slot.original = entry.values
      await store.read(slot)
      const left = Object.keys(differingValues(operation, entry.values, slot.object ?? {}))
      if (left.length > 0 && entry.kind === 'changed') await store.putBack(slot)
      done.push({
        fixture: entry.fixture,
        outcome:
          left.length === 0 && slot.fixture.probe === undefined
            ? 'already had its old values'
            : entry.kind === 'changed'
              ? 'restored'
              : 'not restored',
        ...(left.length === 0 ? {} : { detail: detailOf(slot, left, entry.kind) }),
      })
      journal.settle(entry.fixture)
    } catch (error) {
      if (!(error instanceof ContractError)) throw error
      done.push({ fixture: entry.fixture, outcome: 'not restored', detail: error.details.what ?? error.code })
    }
  }
  return done
}

const UNKNOWN_ID =
  'the run ended while it created this object, so the id is not known: look for the object at the vendor'

function detailOf({ facts, use }: Slot, left: readonly string[], kind: string): string {
  if (kind === 'changed') return left.join(', ')
  const state = [...use.parameters.keys()].map((name) => `${name} ${textOf(facts?.read[name] ?? 'unknown')}`)
  return `sacrificial, now ${state.join(', ')}; ${left.join(', ')} changed`
}
