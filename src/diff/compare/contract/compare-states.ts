import type { Document } from '../../../document/document.ts'
import { cursorAt } from '../../../operations/cursor.ts'
import { readStates } from '../../../operations/read/read-annotations.ts'
import type { StateDeclaration } from '../../../operations/annotations.ts'
import type { FoundChange } from '../../found.ts'
import { isSameJson } from '../../../schemas/values/values.ts'

/** Compares the provider states of two documents. */
export function compareStates(base: Document, head: Document): FoundChange[] {
  const [mine, theirs] = [statesOf(base), statesOf(head)]
  return [...new Set([...mine.keys(), ...theirs.keys()])].flatMap((name): FoundChange[] => {
    const [one, other] = [mine.get(name), theirs.get(name)]
    const about = {
      part: `state ${name}`,
      base: one?.address ?? base.root.address,
      head: other?.address ?? head.root.address,
    }
    if (other === undefined) return [{ ...about, rule: 'state-removed', what: `The state \`${name}\` was removed.` }]
    if (one === undefined) return [{ ...about, rule: 'state-added', what: `The state \`${name}\` was added.` }]
    const changed = (['with', 'gives'] as const).filter((key) => !isSameJson(one[key] ?? null, other[key] ?? null))
    const texts = one.description === other.description ? [] : ['description']
    const what = (keys: readonly string[]): string => `${keys.map((key) => `\`${key}\``).join(' and ')} changed.`
    return [
      ...(changed.length > 0 ? [{ ...about, rule: 'state-changed' as const, what: what(changed) }] : []),
      ...(texts.length > 0 ? [{ ...about, rule: 'text-changed' as const, what: what(texts) }] : []),
    ]
  })
}

function statesOf(document: Document): ReadonlyMap<string, StateDeclaration> {
  return readStates(cursorAt(document, document.root.address, ''))
}
