import type { Operation } from '../operations/operation.ts'
import { baseRequest } from './base-request.ts'
import type { Case } from './case.ts'
import { randomDraws, type Drawn } from './explore/random-draws.ts'
import { sampleAt, valuesOf, walkShrinks } from './explore/random-values.ts'
import { EXPLORE, exploredName, exploredPlace, type ExploredPlace } from './explored-path.ts'
import { draft, refusal, refusedIn } from './maker.ts'
import type { BaseRequest, PlanContext } from './plan-context.ts'
import { stringifyJson } from '../json.ts'

/** Random cases of one operation. The same operation, context and seed give the same cases. */
export interface Exploration {
  /**
   * Returns at most `count` random cases, alternately valid and invalid. Leaves out duplicates, and cases for which
   * `hides` returns a reason.
   */
  draw(count: number): readonly Case[]
  /**
   * Returns the random case with an id such as `updateOrder/explore/valid/17`. The id may also be that of a shrunk
   * case, such as `…/17:0:3`.
   */
  at(path: string): Case | undefined
  /**
   * Tries smaller and smaller versions of a failed case. `breaks` sends one version, and returns true if this version
   * fails too. Shrinking then continues from this version.
   */
  shrink(aCase: Case, breaks: (smaller: Case) => Promise<boolean>): Promise<void>
}

/**
 * Prepares the random cases of an operation. `hides` returns a reason if the target cannot judge a case, and undefined
 * otherwise.
 */
export function exploreOperation(
  operation: Operation,
  context: PlanContext,
  hides: (aCase: Case) => string | undefined = () => undefined,
): Exploration {
  const { seed } = context
  const base = baseRequest(operation, context)
  const shown = (at: ExploredPlace, drawn: Drawn | undefined): Case | undefined => {
    const aCase = drawn === undefined ? undefined : caseOf(operation, base, at, drawn)
    return aCase === undefined || hides(aCase) !== undefined ? undefined : aCase
  }
  const draws = randomDraws(
    operation,
    base,
    context,
    (drawn) => shown({ kind: 'negative', place: '0' }, drawn) !== undefined,
  )
  const first = (kind: ExploredPlace['kind'], count: number): readonly (Case | undefined)[] => {
    const arbitrary = draws[kind]
    if (arbitrary === undefined || count === 0) return []
    return valuesOf(arbitrary, seed, count).map((drawn, index) => shown({ kind, place: String(index) }, drawn))
  }
  return {
    draw: (count) => {
      const half = Math.floor(count / 2)
      const negatives = draws.negative === undefined ? 0 : draws.valid === undefined ? count : half
      return distinct(interleave(first('valid', count - negatives), first('negative', negatives)))
    },
    at: (path) => {
      const at = exploredPlace(path, frontOf(operation))
      const arbitrary = at === undefined ? undefined : draws[at.kind]
      return at === undefined || arbitrary === undefined ? undefined : shown(at, sampleAt(arbitrary, seed, at.place))
    },
    shrink: async (aCase, breaks) => {
      const at = exploredPlace(aCase.path, frontOf(operation))
      const arbitrary = at === undefined ? undefined : draws[at.kind]
      if (at === undefined || arbitrary === undefined) return
      const tried = new Set([contentOf(aCase)])
      await walkShrinks(arbitrary, { seed, place: at.place }, async (drawn, place) => {
        const smaller = shown({ kind: at.kind, place }, drawn)
        if (smaller === undefined || tried.has(contentOf(smaller))) return false
        tried.add(contentOf(smaller))
        return breaks(smaller)
      })
    },
  }
}

const frontOf = ({ id }: Pick<Operation, 'id'>): string => `${id.replaceAll(' ', '')}/${EXPLORE}/`

function caseOf(operation: Operation, base: BaseRequest, at: ExploredPlace, { request, violation }: Drawn): Case {
  const { given, send, isAcceptable } = request
  const { given: _given, ...rest } = base
  const drawnBase = given === undefined ? rest : { ...rest, given }
  const shared = { name: exploredName(at), send, proves: [] }
  if (violation === undefined) {
    return draft(EXPLORE, operation, drawnBase, {
      ...shared,
      title: `${isAcceptable ? 'accepts' : 'answers'} random valid request ${at.place}`,
      expect: { kind: isAcceptable ? 'accepted' : 'documented' },
    })
  }
  const { negative, part, subject } = violation
  return draft(EXPLORE, operation, drawnBase, {
    ...shared,
    title: `${refusal(subject, negative)}, in random request ${at.place}`,
    expect: refusedIn(part),
    negative,
  })
}

/** Merges two lists alternately: the first items of both lists, then their second items, and so on. */
function interleave<T>(one: readonly T[], other: readonly T[]): T[] {
  const longer = one.length < other.length ? other : one
  return longer.flatMap((_, index) => [...one.slice(index, index + 1), ...other.slice(index, index + 1)])
}

/** Removes undefined entries, and cases with the same request as an earlier case. */
function distinct(cases: readonly (Case | undefined)[]): Case[] {
  const byContent = new Map<string, Case>()
  for (const aCase of cases) {
    if (aCase !== undefined && !byContent.has(contentOf(aCase))) byContent.set(contentOf(aCase), aCase)
  }
  return [...byContent.values()]
}

function contentOf({ given, send, negative }: Case): string {
  return stringifyJson([given, send, negative?.clause])
}
