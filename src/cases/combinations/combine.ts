import { ContractError } from '../../errors.ts'
import { asObject, isObject, type Json, type JsonObject } from '../../json.ts'
import type { Given, RefusalRule, Role, Send } from '../../operations/annotations.ts'
import type { MediaType, Operation } from '../../operations/operation.ts'
import { decideRequest, trueRules, type Decision, type RequestFacts } from '../../refusals/decide-request.ts'
import { compileSchema } from '../../schemas/check-value.ts'
import { oncePerPair } from './once-per-pair.ts'
import { parameterValues, resolveOn, sampleState, SAMPLE_NOW, type SampleState } from './sample-state.ts'
import type { Choice, RequestDefect, Dimension, Row } from './dimension.ts'
import type { History } from './dimensions.ts'

/** A request that is built from one choice per dimension, with the decision of the refusal rules about it. */
export interface Combination {
  /**
   * The index of the choice in each dimension. A choice without effect is replaced by the default choice, index 0.
   * Example: the spelling of a field that is not sent.
   */
  readonly row: Row
  readonly given: Given
  readonly as: Role
  readonly send: Send
  readonly first?: Send
  /** True if the server must refuse the earlier request `first`. False if it must accept `first`. */
  readonly isFirstRefused: boolean
  readonly decision: Exclude<Decision, { kind: 'unknown' }>
  readonly facts: RequestFacts
  /** The only defect of an invalid request. Absent for a valid request. */
  readonly defect?: RequestDefect
}

/** Builds requests of one operation from choices. */
export interface Combiner {
  /**
   * Returns the request with the choices in `row`. Returns undefined if the choices cannot be combined. Example: the
   * provider state does not allow the role. Also returns undefined if the refusal rules cannot decide.
   */
  combine(row: Row): Combination | undefined
  /** Returns all refusal rules that refuse a request, in the order of the document. */
  rulesOf(combination: Combination): readonly RefusalRule[]
}

/** Creates an object that builds requests of `operation` from the choices in `dimensions`. */
export function createCombiner(operation: Operation, mediaType: MediaType, dimensions: readonly Dimension[]): Combiner {
  const placed = dimensions.map((dimension, index): Placed => ({ ...dimension, index }))
  const indexOf = new Map(placed.map(({ name, index }) => [name, index]))
  const ofKind = (...kinds: readonly Dimension['kind'][]): readonly Placed[] =>
    placed.filter(({ kind }) => kinds.includes(kind))
  const [parameters, fieldsAndSpellings] = [ofKind('parameter'), ofKind('field', 'spelling')]
  const [bodyFields, spellings, orders, contentTypes] = [
    ofKind('field'),
    ofKind('spelling'),
    ofKind('order'),
    ofKind('content-type'),
  ]
  const defaults = new Map([...operation.states].map(([name, state]) => [name, defaultsOf(state.with)]))
  const samples = new Map([...operation.states].map(([name, state]) => [name, sampleState(state)]))
  const { schema } = mediaType
  const isValidBody = (body: Json): boolean => schema === undefined || compileSchema(schema).isValid(body, 'request')

  function combine(wanted: Row): Combination | undefined {
    const row = [...wanted]
    const chosen = (name: string): Choice | undefined => {
      const index = indexOf.get(name)
      return index === undefined ? undefined : dimensions[index]?.choices[row[index] ?? 0]
    }
    const reset = (all: readonly Placed[]): void => {
      for (const { index } of all) row[index] = 0
    }
    const state = chosen('state')?.state ?? ''
    const as = chosen('role')?.role ?? 'partner'
    const declared = operation.states.get(state)
    if (declared === undefined || declared.excludes.includes(as)) return undefined
    reset(parameters.filter(({ of }) => of?.state !== state))
    const fields = fieldsOfRow(fieldsAndSpellings, row)
    reset(spellings.filter(({ of }) => fields[of?.name ?? ''] === undefined))
    const defect = chosen('defect')?.defect
    const hasBody = defect?.body === undefined && defect?.raw === undefined
    if (!hasBody) for (const all of [bodyFields, spellings, orders]) reset(all)
    if (defect?.contentType !== undefined) reset(contentTypes)
    if (Object.keys(fields).length < 2) reset(orders)
    const order = chosen('order')?.name === 'reversed'
    const body = hasBody ? bodyOf(order ? reversed(fields) : fields, defect) : defect.body
    const params = withOf(defaults.get(state) ?? {}, parameters, row, state)
    const send: Send = {
      ...(defect?.path === undefined ? {} : { path: defect.path }),
      ...(body === undefined ? {} : { body }),
      ...(defect?.raw === undefined ? {} : { raw: defect.raw }),
      contentType: defect?.contentType ?? chosen('content type')?.contentType ?? mediaType.range,
    }
    const given: Given = { state, with: givenWith(declared.with, params) }
    if (usesOptional(dimensions, row) && Object.keys(given.with).length > 0) return undefined
    const sample = samples.get(state) ?? { path: {}, values: {}, given: {} }
    try {
      const facts = factsOf({ as, state, params, sample, send, defect, isValidBody })
      const decision = decideRequest(operation, facts)
      if (decision.kind === 'unknown') return undefined
      const history = (chosen('before')?.name ?? 'nothing') as History
      const earlier = earlierOf(operation, history, { send, facts, decision, isValidBody, sample })
      if (earlier === undefined) return undefined
      return {
        row,
        given,
        as,
        send: { ...send, ...(earlier.rest === undefined ? {} : { body: earlier.rest }) },
        ...(earlier.first === undefined ? {} : { first: earlier.first }),
        isFirstRefused: history === 'refused-update',
        decision,
        facts,
        ...(defect === undefined ? {} : { defect }),
      }
    } catch (error) {
      // The request contains a value that is missing in the `sample` of the provider state in the document.
      if (error instanceof ContractError && error.code === 'literal-invalid') return undefined
      throw error
    }
  }
  return { combine, rulesOf: ({ facts }) => trueRules(operation, facts) }
}

/** True if the request contains a value that the provider state does not always have. */
function usesOptional(dimensions: readonly Dimension[], row: Row): boolean {
  return dimensions.some(({ choices }, index) => choices[row[index] ?? 0]?.isOptional === true)
}

/** A dimension and its column: in each row, `row[index]` is the number of the choice for this dimension. */
interface Placed extends Dimension {
  readonly index: number
}

/** Returns the body fields, with the chosen values written in the chosen spellings. */
function fieldsOfRow(dimensions: readonly Placed[], row: Row): JsonObject {
  const fields: Record<string, Json> = {}
  for (const { index, kind, of, choices } of dimensions) {
    const choice = choices[row[index] ?? 0]
    if (of === undefined || choice === undefined) continue
    if (kind === 'field' && choice.value !== undefined) fields[of.name] = choice.value
    const written = fields[of.name]
    if (kind === 'spelling' && written !== undefined && choice.rewrite !== undefined)
      fields[of.name] = rewritten(choice.rewrite, written)
  }
  return fields
}

/** Returns a value in another spelling. The same object has the same result, so its placeholders are resolved once. */
const rewritten = oncePerPair((rewrite: NonNullable<Choice['rewrite']>, value: Json) => rewrite(value))

function bodyOf(fields: JsonObject, defect: RequestDefect | undefined): JsonObject {
  return { ...fields, ...defect?.fields }
}

function reversed(fields: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(fields).toReversed())
}

/** Returns the default of each parameter of a provider state. */
function defaultsOf({ properties }: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(asObject(properties)).map(([name, schema]) => [name, parameterValues(schema)[0] ?? null]),
  )
}

/** Returns the parameters of a provider state. Parameters without a chosen value have their default. */
function withOf(defaults: JsonObject, parameters: readonly Placed[], row: Row, state: string): JsonObject {
  const values: Record<string, Json> = { ...defaults }
  for (const { index, of, choices } of parameters) {
    if (of?.state === state) values[of.name] = choices[row[index] ?? 0]?.value ?? null
  }
  return values
}

/** Removes parameters that have their default value. Equal provider states then have equal `with` objects. */
function givenWith(declared: JsonObject, params: JsonObject): JsonObject {
  const properties = declared['properties']
  return Object.fromEntries(
    Object.entries(params).filter(([name, value]) => {
      const schema = isObject(properties) ? properties[name] : undefined
      return !isObject(schema) || schema['default'] !== value
    }),
  )
}

interface Asked {
  readonly as: Role
  readonly state: string
  readonly params: JsonObject
  readonly sample: SampleState
  readonly send: Send
  readonly defect?: RequestDefect | undefined
  readonly isValidBody: (body: Json) => boolean
}

function factsOf({ as, state, params, sample, send, defect, isValidBody }: Asked): RequestFacts {
  const body = resolveOn(sample, send.body ?? {})
  const isInvalid = send.raw !== undefined || defect?.contentType !== undefined || !isValidBody(body)
  return {
    role: as,
    state: { name: state, with: params },
    given: sample.given,
    values: sample.values,
    sent: asObject(body),
    invalid: { path: defect?.part === 'path', body: isInvalid },
    now: SAMPLE_NOW,
  }
}

interface Later {
  readonly send: Send
  readonly facts: RequestFacts
  readonly decision: Decision
  readonly isValidBody: (body: Json) => boolean
  readonly sample: SampleState
}

/**
 * Returns the update to send before the main request (`first`), and the fields that the main request then sends
 * (`rest`). Returns undefined if the two requests cannot be sent in this order, for example because a refusal rule
 * would refuse one of them.
 */
function earlierOf(
  operation: Operation,
  history: History,
  { send, facts, decision, isValidBody, sample }: Later,
): { readonly first?: Send; readonly rest?: JsonObject } | undefined {
  if (history === 'nothing') return {}
  if (decision.kind !== 'accepted' || operation.update === undefined || !isObject(send.body)) return undefined
  if (history === 'refused-update') {
    const [name] = Object.keys(send.body)
    const body = name === undefined ? {} : { ...send.body, 'not-documented': 1 }
    return isValidBody(resolveOn(sample, body)) ? undefined : { first: { ...send, body } }
  }
  const entries = Object.entries(send.body)
  if (history === 'first-half' && entries.length < 2) return undefined
  const half = history === 'first-half' ? Math.ceil(entries.length / 2) : 0
  const [first, rest] =
    half === 0
      ? [send.body, send.body]
      : [entries.slice(0, half), entries.slice(half)].map((each) => Object.fromEntries(each))
  if (first === undefined || rest === undefined) return undefined
  const sentFirst = resolveOn(sample, first)
  const between = after(facts, asObject(sentFirst))
  const sentThen = resolveOn(sample, rest)
  const isAccepted =
    decideRequest(operation, { ...facts, sent: asObject(sentFirst) }).kind === 'accepted' &&
    decideRequest(operation, { ...between, sent: asObject(sentThen) }).kind === 'accepted'
  return isAccepted ? { first: { ...send, body: first }, ...(half === 0 ? {} : { rest }) } : undefined
}

/**
 * Returns the facts that the refusal rules can read after an accepted update. Each sent field replaces the old value
 * with the same name.
 */
function after({ state, given, ...facts }: RequestFacts, sent: JsonObject): RequestFacts {
  const updated = (values: JsonObject): JsonObject =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, sent[name] ?? value]))
  return { ...facts, state: { ...state, with: updated(state.with) }, given: updated(given) }
}
