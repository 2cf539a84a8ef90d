import { stringifyJson, type Json } from '../../json.ts'
import type { Operation } from '../../operations/operation.ts'
import { compileRefusals } from '../../refusals/compile-refusals.ts'
import { trueRules } from '../../refusals/decide-request.ts'
import type { Case, Expectation } from '../case.ts'
import { chooseConflicts } from '../combinations/choose-conflicts.ts'
import { chooseRows } from '../combinations/choose-rows.ts'
import { createCombiner, type Combination, type Combiner } from '../combinations/combine.ts'
import type { Dimension, Row } from '../combinations/dimension.ts'
import { dimensionsOf } from '../combinations/dimensions.ts'
import { sampleState } from '../combinations/sample-state.ts'
import { draft, refusedIn, type Maker } from '../maker.ts'
import type { BaseRequest, PlanContext } from '../plan-context.ts'
import { bodyMediaType } from '../values/body-values.ts'

const ID = 'combination'

/**
 * The size of the plan. `most`: the maximum number of requests for an operation. `drawn`: the number of random requests
 * from which they are chosen.
 */
const SIZES = { default: { most: 7, drawn: 800 }, deep: { most: 420, drawn: 6000 } } as const

/**
 * Makes requests that combine provider states, roles, values and spellings. The refusal rules of the document predict
 * the response to each request. The default plan contains only requests that several rules refuse.
 */
export const combinations: Maker = {
  id: ID,
  make(operation, base, context) {
    // On a live server, only the deep plan has combinations. Each needs its own test data. Those of the default plan
    // test only the order of checks, which documents rarely promise.
    const isTooDear = context.target === 'live' && context.plan !== 'deep'
    if (!context.hasStates || !context.shows.state || isTooDear) return []
    const space = combinationSpace(operation, base, context)
    if (space === undefined) return []
    const plan = context.plan === 'deep' ? 'deep' : 'default'
    const { dimensions, combiner } = space
    const key = keyOf(operation, base, [context.seed, [...context.roles], plan])
    const rows = chosen.get(key) ?? chooseCombinations(operation, space, context.seed, plan).map(({ row }) => row)
    remember(key, rows)
    return rows
      .flatMap((row) => combiner.combine(row) ?? [])
      .map((each) => combinationCase(operation, base, dimensions, each))
  },
}

function chooseCombinations(
  operation: Operation,
  { dimensions, combiner }: CombinationSpace,
  seed: number,
  plan: keyof typeof SIZES,
): Combination[] {
  const few = chooseConflicts(operation, dimensions, combiner, { ...SIZES.default, seed })
  return plan === 'deep' ? [...few, ...chooseRows(dimensions, combiner, { ...SIZES.deep, seed })] : few
}

/**
 * Caches the last choices, because choosing takes a quarter of the time of a run on a local server. The same document
 * is read again for each target and in each run of `watch`.
 */
const chosen = new Map<string, readonly Row[]>()
const MOST_KEPT = 50

function remember(key: string, rows: readonly Row[]): void {
  chosen.delete(key)
  chosen.set(key, rows)
  const [oldest] = chosen.keys()
  if (chosen.size > MOST_KEPT && oldest !== undefined) chosen.delete(oldest)
}

/** Returns a cache key. It is equal for two operations only if the same combinations are chosen for both. */
function keyOf({ document, id }: Operation, base: BaseRequest, settings: Json): string {
  const { sha256, formats, overlays } = document
  const texts = [sha256, ...overlays.map((overlay) => overlay.sha256)]
  return stringifyJson([texts, formats, id, base as unknown as Json, settings])
}

/** True for the id of a case that this maker made. */
export function isCombination(path: string): boolean {
  return path.includes(`/${ID}/`)
}

interface CombinationSpace {
  readonly dimensions: readonly Dimension[]
  readonly combiner: Combiner
}

/**
 * Returns what can vary in the requests of an operation, and an object that builds these requests. Returns undefined if
 * the operation has no refusal rules, no JSON body or no provider state.
 */
export function combinationSpace(
  operation: Operation,
  base: BaseRequest,
  context: Pick<PlanContext, 'seed' | 'roles'>,
): CombinationSpace | undefined {
  const mediaType = bodyMediaType(operation, base)
  const state = base.given === undefined ? undefined : operation.states.get(base.given.state)
  if (operation.refusals.length === 0 || mediaType === undefined || state === undefined) return undefined
  const dimensions = dimensionsOf(operation, base, mediaType, { ...context, sample: sampleState(state) })
  return { dimensions, combiner: createCombiner(operation, mediaType, dimensions) }
}

/**
 * Makes a case from a combination of choices. The id and the title of the case list each choice that is not the
 * default.
 */
export function combinationCase(
  operation: Operation,
  base: BaseRequest,
  dimensions: readonly Dimension[],
  combination: Combination,
): Case {
  const { given, as, send, first, isFirstRefused, decision, row, defect, facts } = combination
  const choices = dimensions.flatMap(({ name, choices: all }, index) =>
    row[index] === 0 ? [] : [`${name} ${all[row[index] ?? 0]?.name ?? ''}`],
  )
  const rule = decision.kind === 'refused' ? decision.rule : undefined
  const about = choices.length === 0 ? 'a valid request without changes' : choices.join(', ')
  const isConflict = rule !== undefined && trueRules(operation, facts).some((other) => other.status !== rule.status)
  const isAboutDefect =
    rule !== undefined &&
    compileRefusals(operation).some((each) => each.rule === rule && each.when.names.has('invalid'))
  const negative = isAboutDefect ? defect?.negative : undefined
  const expect: Expectation =
    rule === undefined
      ? { kind: 'accepted' }
      : negative !== undefined && defect !== undefined
        ? refusedIn(defect.contentType === undefined ? defect.part : 'content-type')
        : { kind: 'status', status: rule.status, accept: rule.accept }
  return draft(ID, operation, base, {
    name: `${rule?.id ?? 'accepted'}/${choices.map((choice) => choice.replaceAll(/[^\w.+:-]+/g, '-')).join('_')}`,
    title: rule === undefined ? `accepts ${about}` : `answers ${rule.status} (${rule.id}): ${about}`,
    given,
    as,
    verbatim: false,
    send,
    ...(first === undefined ? {} : { first }),
    ...(isFirstRefused ? { isFirstRefused } : {}),
    ruling: { decision: rule?.id ?? 'accepted', invalid: facts.invalid, ...(isConflict ? { isConflict } : {}) },
    expect,
    ...(negative === undefined ? {} : { negative }),
    // The document does not say which of several refusal rules is checked first. The expected order is only an
    // assumption.
    ...(rule === undefined ? {} : { source: isConflict ? 'assumed' : rule.source }),
    proves: [],
  })
}
