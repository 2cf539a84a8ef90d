import { tokens } from '../../document/json-pointer.ts'
import { listStates } from '../states.ts'
import type { ClauseReport, ClauseState, RunReport } from '../report.ts'

/** The text that is printed for a state without a reason. */
export const NO_REASON = 'no reason is recorded'

/** The states that a clause gets from a response: a run exercised the clause. */
export const EXERCISED: ReadonlySet<ClauseState> = new Set(['passed', 'failed', 'known', 'disproved'])

/** Clauses that no case exercised. All of them have the same state and the same reason. */
export interface ClauseGroup {
  readonly state: ClauseState
  readonly because: string
  readonly clauses: readonly ClauseReport[]
}

/**
 * Groups the clauses that no case exercised by state and reason. The groups with the worst state come first. Among
 * groups with the same state, the largest comes first.
 */
export function groupNotExercised(run: Pick<RunReport, 'clauses'>): ClauseGroup[] {
  const groups = new Map<string, { state: ClauseState; because: string; clauses: ClauseReport[] }>()
  for (const clause of run.clauses) {
    if (EXERCISED.has(clause.state)) continue
    const because = clause.because ?? NO_REASON
    const key = `${clause.state} ${because}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { state: clause.state, because, clauses: [clause] })
    else group.clauses.push(clause)
  }
  const order = listStates()
  return [...groups.values()].toSorted(
    (one, other) => order.indexOf(one.state) - order.indexOf(other.state) || other.clauses.length - one.clauses.length,
  )
}

/**
 * Shortens the JSON Pointer of a clause:
 * `/responses/200/content/application~1json/schema/properties/status/enum/NO_SHOW` becomes `200/status/enum/NO_SHOW`.
 */
export function shortClause(clause: Pick<ClauseReport, 'pointer' | 'kind'>): string {
  const half = clause.kind === 'accepts' || clause.kind === 'refuses' ? `:${clause.kind}` : ''
  return `${shortTokens(clause.pointer).join('/')}${half}`
}

/**
 * Shortens a list of clauses. Clauses that differ in only one token are joined: `200/status/enum/{CANCELLED,NO_SHOW}`,
 * `200/{id,note}/type`.
 */
export function foldClauses(clauses: readonly ClauseReport[]): string[] {
  const names = clauses.map((clause, index) => {
    const [name = '', half] = splitHalf(shortClause(clause))
    const path = name.split('/')
    return { path, half, index }
  })
  const byLast = foldAt(names, -1)
  const single = byLast.filter(({ members }) => members.length === 1).flatMap(({ members }) => members)
  const folds = [...byLast.filter(({ members }) => members.length > 1), ...foldAt(single, -2)]
  const place = (fold: ClauseFold): number => fold.members[0]?.index ?? 0
  const folded = folds.toSorted((one, other) => place(one) - place(other))
  return folded.map(({ before, members, after }) => {
    const tokensOfMembers = members.map(({ path }) => path.slice(before.length, path.length - after.length).join('/'))
    const middle = tokensOfMembers.length === 1 ? tokensOfMembers.join('') : `{${tokensOfMembers.join(',')}}`
    return [...before, middle, ...after].join('/') + (members[0]?.half ?? '')
  })
}

interface ClauseName {
  readonly path: readonly string[]
  readonly half: string | undefined
  readonly index: number
}

interface ClauseFold {
  readonly before: readonly string[]
  readonly members: ClauseName[]
  readonly after: readonly string[]
}

function foldAt(names: readonly ClauseName[], at: -1 | -2): ClauseFold[] {
  const groups = new Map<string, ClauseFold>()
  for (const name of names) {
    const cut = Math.max(0, name.path.length + at)
    const before = name.path.slice(0, cut)
    const after = name.path.slice(cut + 1)
    const key = JSON.stringify([before, after, name.half])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { before, members: [name], after })
    else group.members.push(name)
  }
  return [...groups.values()]
}

function splitHalf(name: string): [string, string | undefined] {
  const half = /:(?:accepts|refuses)$/.exec(name)?.[0]
  return half === undefined ? [name, undefined] : [name.slice(0, -half.length), half]
}

function shortTokens(pointer: string): string[] {
  const all = tokens(pointer)
  const short: string[] = []
  for (let index = 0; index < all.length; index += 1) {
    const token = all[index] ?? ''
    const next = all[index + 1]
    if (index === 0 && token === 'responses' && next !== undefined) continue
    if (index === 0 && token === 'requestBody') short.push('body')
    else if (token === 'content' && next !== undefined && all[index + 2] === 'schema') index += 2
    else if (token === 'properties' && next !== undefined) short.push(all[++index] ?? '')
    else if (token === 'schema' && next !== undefined) continue
    else if (token === 'items' && next !== undefined) short.push('*')
    else short.push(token)
  }
  return short
}
