import { listClauses } from '../../../clauses/list-clauses.ts'
import type { Clause } from '../../../clauses/clause.ts'
import { usesKey } from '../../../document/uses-key.ts'
import type { Source } from '../../../operations/annotations.ts'
import type { CompareOperation, FoundChange } from '../../found.ts'

/** The sources of clauses (see `x-source`), the most reliable first. */
const STRENGTH: readonly Source[] = ['seed', 'vendor-docs', 'assumed', 'open', 'unstated']

/** Compares the sources of the clauses that both documents contain. A source is for example a page of the vendor. */
export const compareSources: CompareOperation = ({ base, head }) => {
  if (![base, head].some(({ document }) => usesKey(document, 'x-source'))) return []
  const before = new Map(listClauses(base).map((clause) => [idOf(clause), clause]))
  const groups = new Map<string, [Clause, Clause][]>()
  for (const clause of listClauses(head)) {
    const old = before.get(idOf(clause))
    if (old === undefined || old.source === clause.source) continue
    // One keyword can have several clauses. For example, one clause says that the server accepts some values, and
    // another that it refuses some values. These clauses have the same key, so they give only one change.
    const key = [old.source, clause.source, clause.definedAt.pointer].join(' ')
    groups.set(key, [...(groups.get(key) ?? []), [old, clause]])
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    return first === undefined ? [] : [changeOf(first)]
  })
}

function changeOf([old, now]: readonly [Clause, Clause]): FoundChange {
  const isWeaker = STRENGTH.indexOf(now.source) > STRENGTH.indexOf(old.source)
  return {
    rule: isWeaker ? 'source-weakened' : 'source-strengthened',
    part: `clause ${now.pointer}`,
    what: `The source changed from \`${old.source}\` to \`${now.source}\`.`,
    basePlace: old.definedAt,
    headPlace: now.definedAt,
    key: `${old.source} ${now.source} ${now.definedAt.pointer}`,
  }
}

/**
 * Returns a key for a clause. It does not contain the operation id, so that the clauses of a renamed operation stay the
 * same.
 */
function idOf({ pointer, kind }: Clause): string {
  return `${kind} ${pointer}`
}
