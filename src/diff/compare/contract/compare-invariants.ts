import { listInvariants, type PlacedInvariant } from '../../../clauses/list-clauses.ts'
import { usesKey } from '../../../document/uses-key.ts'
import type { CompareOperation, FoundChange } from '../../found.ts'

/**
 * Compares the invariants of an operation. Two invariants are compared with each other if they have the same response,
 * place and id.
 */
export const compareInvariants: CompareOperation = ({ base, head }) => {
  if (![base, head].some(({ document }) => usesKey(document, 'x-invariants'))) return []
  const [mine, theirs] = [base, head].map(
    (operation) => new Map(listInvariants(operation).map((each) => [keyOf(each), each])),
  )
  return [...new Set([...(mine?.keys() ?? []), ...(theirs?.keys() ?? [])])].flatMap((pointer): FoundChange[] => {
    const [one, other] = [mine?.get(pointer), theirs?.get(pointer)]
    const placed = one ?? other
    if (placed === undefined) return []
    const about = {
      part: `response ${placed.response.status} invariant ${placed.invariant.id}`,
      base: one?.invariant.address ?? base.address,
      head: other?.invariant.address ?? head.address,
      key: placed.invariant.id,
    }
    if (other === undefined)
      return [{ ...about, rule: 'invariant-removed', what: `The invariant was removed: ${meaningOf(placed)}.` }]
    if (one === undefined)
      return [{ ...about, rule: 'invariant-added', what: `The invariant was added: ${meaningOf(placed)}.` }]
    const [from, to] = [one.invariant, other.invariant]
    if (plain(from.rule) !== plain(to.rule) || plain(from.when) !== plain(to.when)) {
      return [{ ...about, rule: 'invariant-changed', what: `The rule of the invariant changed: ${meaningOf(other)}.` }]
    }
    return from.message === to.message
      ? []
      : [{ ...about, rule: 'text-changed', what: 'The message of the invariant changed.' }]
  })
}

/**
 * Returns a key for an invariant: its JSON Pointer without steps such as `allOf/0`. The key stays the same if a
 * document moves the invariant into an `allOf`.
 */
function keyOf({ pointer }: PlacedInvariant): string {
  return pointer.replaceAll(/\/(allOf|anyOf|oneOf)\/\d+/g, '')
}

function meaningOf({ invariant: { message, rule } }: PlacedInvariant): string {
  return message === '' ? `\`${rule}\`` : message
}

/** Returns a CEL expression without spaces between tokens. Keeps spaces in string literals. */
function plain(rule = ''): string {
  return rule
    .replaceAll(/("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|\s+/g, (_, text: string | undefined) => text ?? ' ')
    .trim()
}
