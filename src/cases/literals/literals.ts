import { pointer, tokens, valueAt } from '../../document/json-pointer.ts'
import { ContractError } from '../../errors.ts'
import { isArray, isObject, type Json, type JsonObject } from '../../json.ts'
import { respell, type Spelling } from './respell.ts'
import { instantsOf, isZone, offsetAt, renderInstant } from './wall-clock.ts'

/** The values that replace the placeholders `$time` and `$state`. */
export interface LiteralContext {
  /** The current time of the run, ISO 8601. */
  readonly now: string
  /** The values of the provider state. Without them, each `$state` is an error. */
  readonly state?: { readonly path: JsonObject; readonly values: JsonObject; readonly given: JsonObject }
}

/** A mistake in a placeholder such as `{ $time: … }`. */
export interface LiteralProblem {
  /** JSON Pointer to the placeholder. */
  readonly at: string
  readonly what: string
}

/** A parsed placeholder, such as `{ $time: P1D }`. */
type Literal =
  | { readonly kind: 'time'; readonly duration: Duration; readonly at?: string; readonly zone: string | StatePointer }
  | StatePointer
  | { readonly kind: 'json'; readonly value: Json }
  /** A date-time that is shifted by `plus` milliseconds and written in the form `spelling`. */
  | { readonly kind: 'instant'; readonly of: Json; readonly plus: number; readonly spelling: Spelling }
interface StatePointer {
  readonly kind: 'state'
  readonly pointer: string
  /**
   * The change that makes the value invalid. `fraction` adds 0.5 to a number. `text` converts the value to a string.
   * `upper` converts a string to upper case. After `fraction` or `text`, a lenient parser may still read the original
   * value.
   */
  readonly as?: 'fraction' | 'text' | 'upper'
}
interface Duration {
  readonly days: number
  readonly milliseconds: number
}

/**
 * Replaces each placeholder at any depth, such as `{ $time: … }` or `{ $state: … }`. Throws `literal-invalid` for a
 * malformed placeholder or a missing value.
 */
export function resolveLiterals(value: Json, context: LiteralContext, where = ''): Json {
  return map(value, '', (literal, at) => {
    const resolved = 'problem' in literal ? literal : resolve(literal, context)
    if ('problem' in resolved) throw new ContractError('literal-invalid', { what: resolved.problem, where: where + at })
    return resolved.value
  })
}

/**
 * Returns the errors in placeholders that can be found before a run: malformed placeholders, and `$state` pointers to
 * undeclared values. `gives` is the schema of the values of the provider state.
 */
export function checkLiterals(value: Json, gives?: JsonObject): readonly LiteralProblem[] {
  const problems: LiteralProblem[] = []
  map(value, '', (literal, at) => {
    if ('problem' in literal) problems.push({ at, what: literal.problem })
    else
      for (const path of pointersOf(literal)) {
        if (gives !== undefined && !promises(gives, tokens(path))) {
          problems.push({
            at,
            what: `$state points to ${path}, but \`gives\` of the provider state does not declare it`,
          })
        }
      }
    return null
  })
  return problems
}

/** True if a value contains `$state`, also as the `zone` of a `$time`. */
export function usesState(value: Json): boolean {
  let found = false
  map(value, '', (literal) => {
    found ||= !('problem' in literal) && pointersOf(literal).length > 0
    return null
  })
  return found
}

/** Returns a list with the placeholder inside `$instant`. The list is empty if `$instant` contains plain text. */
function inner(value: Json): readonly Literal[] {
  const literal = isObject(value) ? literalOf(value) : undefined
  return literal === undefined || 'problem' in literal ? [] : [literal]
}

function pointersOf(literal: Literal): readonly string[] {
  if (literal.kind === 'state') return [literal.pointer]
  if (literal.kind === 'instant') return inner(literal.of).flatMap(pointersOf)
  return literal.kind === 'time' && typeof literal.zone !== 'string' ? [literal.zone.pointer] : []
}

function map(value: Json, at: string, visit: (literal: Literal | { problem: string }, at: string) => Json): Json {
  if (isArray(value)) return value.map((item, index) => map(item, at + pointer(index), visit))
  if (!isObject(value)) return value
  if (Object.keys(value).some((key) => key.startsWith('$'))) return visit(literalOf(value), at)
  // A plain assignment would lose a property that is named `__proto__`. `Object.fromEntries` keeps it.
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, map(item, at + pointer(key), visit)]))
}

function literalOf(value: JsonObject): Literal | { problem: string } {
  const names = Object.keys(value).filter((key) => key.startsWith('$'))
  const [name = ''] = names
  if (names.length > 1)
    return { problem: `${names.join(' and ')} cannot be in one object: put data with such keys below $json` }
  const beside = Object.keys(value).filter((key) => key !== name)
  if (name === '$time') return timeOf(value, beside)
  if (name === '$instant') return instantLiteral(value, beside)
  if (name === '$state' && beside.join() === 'as') return { ...stateOf(value[name]), ...asOf(value['as']) }
  if (beside.length > 0)
    return { problem: `${beside.join(', ')} beside ${name}: this must be the only key of its object` }
  if (name === '$json') return { kind: 'json', value: value[name] ?? null }
  if (name === '$state') return stateOf(value[name])
  return { problem: `${name} is not $time, $state, $instant or $json: put data with such a key below $json` }
}

function stateOf(path: Json | undefined): StatePointer | { problem: string } {
  return typeof path === 'string' && /^\/(path|values|given)(\/|$)/.test(path)
    ? { kind: 'state', pointer: path }
    : { problem: '$state must be a JSON Pointer that begins with /path, /values or /given' }
}

function asOf(as: Json | undefined): Pick<StatePointer, 'as'> | { problem: string } {
  return as === 'fraction' || as === 'text' || as === 'upper'
    ? { as }
    : { problem: '`as` must be fraction, text or upper' }
}

function instantLiteral(value: JsonObject, beside: readonly string[]): Literal | { problem: string } {
  const { $instant: of = null, plus = 'PT0S', zone, fraction, lower } = value
  const unknown = beside.filter((key) => !['plus', 'zone', 'fraction', 'lower'].includes(key))
  if (unknown.length > 0) {
    return { problem: `${unknown.join(', ')} beside $instant, which allows only plus, zone, fraction and lower` }
  }
  const nested = isObject(of) ? literalOf(of) : undefined
  if (nested !== undefined && 'problem' in nested) return nested
  if (nested === undefined && typeof of !== 'string')
    return { problem: '$instant must be a date-time or an object such as { $time: P1D }' }
  const duration = durationOf(plus)
  if (duration === undefined) return { problem: '`plus` must be a duration such as PT15M or -PT30M' }
  if (zone !== undefined && (typeof zone !== 'string' || !isZone(zone)))
    return { problem: '`zone` must be an IANA name, an offset such as +02:00, or Z' }
  if (fraction !== undefined && (typeof fraction !== 'string' || !/^\d+$/.test(fraction)))
    return { problem: '`fraction` must be a string of digits' }
  return {
    kind: 'instant',
    of,
    plus: duration.days * 86_400_000 + duration.milliseconds,
    spelling: {
      ...(zone === undefined ? {} : { zone }),
      ...(fraction === undefined ? {} : { fraction }),
      ...(lower === true ? { lower } : {}),
    },
  }
}

function timeOf(value: JsonObject, beside: readonly string[]): Literal | { problem: string } {
  const unknown = beside.filter((key) => key !== 'at' && key !== 'zone')
  if (unknown.length > 0) return { problem: `${unknown.join(', ')} beside $time, which allows only at and zone` }
  const duration = durationOf(value['$time'])
  if (duration === undefined) return { problem: '$time must be a duration such as P3D, -P1D, P2W, P1DT2H or -PT1S' }
  const zone = zoneOf(value['zone'])
  if (typeof zone !== 'string' && 'problem' in zone) return zone
  const { at } = value
  if (at === undefined) return { kind: 'time', duration, zone }
  if (typeof at !== 'string' || !/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(at)) {
    return { problem: '`at` must be a local time such as 10:00 or 10:00:00' }
  }
  if (duration.milliseconds !== 0) return { problem: 'with `at`, $time must be a number of whole days' }
  return { kind: 'time', duration, at, zone }
}

function zoneOf(zone: Json | undefined): string | StatePointer | { problem: string } {
  if (zone === undefined) return { problem: '$time has no zone' }
  if (typeof zone === 'string' && isZone(zone)) return zone
  if (isObject(zone) && Object.keys(zone).join() === '$state') return stateOf(zone['$state'])
  return { problem: '`zone` must be an IANA name, an offset such as +02:00, Z, or a $state' }
}

function durationOf(text: Json | undefined): Duration | undefined {
  if (typeof text !== 'string') return undefined
  const match = /^([+-]?)P(?=.)(?:(\d+)W|(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?)$/.exec(text)
  if (match === null) return undefined
  const [weeks, days, hours, minutes, seconds] = match.slice(2).map((part) => Number(part ?? 0))
  const sign = match[1] === '-' ? -1 : 1
  return {
    days: sign * ((weeks ?? 0) * 7 + (days ?? 0)) + 0,
    milliseconds: sign * (((hours ?? 0) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)) * 1000 + 0,
  }
}

function resolve(literal: Literal, context: LiteralContext): { value: Json } | { problem: string } {
  if (literal.kind === 'json') return { value: literal.value }
  if (literal.kind === 'instant') {
    const text = resolveLiterals(literal.of, context)
    const moved = typeof text === 'string' ? respell(text, literal.plus, literal.spelling) : undefined
    return moved === undefined ? { problem: '$instant must be a date-time that RFC 3339 can write' } : { value: moved }
  }
  if (literal.kind === 'state') return changed(fromState(literal.pointer, context), literal)
  const now = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(context.now) ? Math.floor(Date.parse(context.now) / 1000) * 1000 : NaN
  if (Number.isNaN(now)) return { problem: 'the start of the run clock is not a date-time' }
  const zone = typeof literal.zone === 'string' ? { value: literal.zone } : fromState(literal.zone.pointer, context)
  if ('problem' in zone) return zone
  if (typeof zone.value !== 'string' || !isZone(zone.value))
    return { problem: 'the time zone from the provider state is not an IANA name' }
  const instant = instantOf(literal, now, zone.value)
  if (typeof instant !== 'number') return instant
  const text = renderInstant(instant, zone.value)
  return text === undefined
    ? { problem: 'RFC 3339 cannot write this time: its year is not 0000 to 9999, or its offset has seconds' }
    : { value: text }
}

function instantOf(literal: Literal & { kind: 'time' }, now: number, zone: string): number | { problem: string } {
  const { duration, at } = literal
  if (at === undefined) return now + duration.days * 86_400_000 + duration.milliseconds
  const today = new Date(now + offsetAt(now, zone))
  const [hour, minute, second] = at.split(':').map(Number)
  const wall = Date.UTC(
    today.getUTCFullYear(),
    today.getUTCMonth(),
    today.getUTCDate() + duration.days,
    hour,
    minute,
    second ?? 0,
  )
  if (Number.isNaN(new Date(wall + 172_800_000).getTime()))
    return { problem: 'RFC 3339 cannot write this time: its year is not 0000 to 9999, or its offset has seconds' }
  const [instant, another] = instantsOf(wall, zone)
  const shown = (): string => `${new Date(wall).toISOString().slice(0, 16)} in ${zone}`
  if (instant === undefined)
    return { problem: `${shown()} does not exist, because clocks are set forward at that time` }
  return another === undefined
    ? instant
    : { problem: `${shown()} is ambiguous, because it occurs twice when clocks are set back` }
}

function fromState(path: string, { state }: LiteralContext): { value: Json } | { problem: string } {
  if (state === undefined) return { problem: `$state ${path} needs a provider state, which this request does not have` }
  const value = valueAt({ path: state.path, values: state.values, given: state.given }, path)
  return value === undefined ? { problem: `the provider state returned no value at ${path}` } : { value }
}

function changed(
  found: { value: Json } | { problem: string },
  { pointer: path, as }: StatePointer,
): { value: Json } | { problem: string } {
  if (as === undefined || 'problem' in found) return found
  const { value } = found
  if (as === 'text')
    return typeof value === 'object'
      ? { problem: `${path} is an object or array, so it cannot be sent as text` }
      : { value: String(value) }
  if (as === 'upper')
    return typeof value === 'string'
      ? { value: value.toUpperCase() }
      : { problem: `${path} is not a string, so it has no upper case` }
  const above = Number(value) + 0.5
  return Number.isInteger(value) && !Number.isInteger(above)
    ? { value: above }
    : { problem: `the provider state's value at ${path} is not an integer` }
}

/** True if the schema promises a value at `path`. This is also the case if the schema says nothing about properties. */
function promises(schema: Json | undefined, path: readonly string[]): boolean {
  const [name, ...rest] = path
  if (name === undefined || !isObject(schema) || typeof schema['$ref'] === 'string') return schema !== false
  if (isObject(schema['properties']) && Object.hasOwn(schema['properties'], name)) {
    return promises(schema['properties'][name], rest)
  }
  const required = isArray(schema['required']) ? schema['required'] : []
  if (required.includes(name)) return true
  if (/^\d+$/.test(name) && (schema['type'] === 'array' || schema['items'] !== undefined))
    return promises(schema['items'], rest)
  if (isObject(schema['additionalProperties'])) return promises(schema['additionalProperties'], rest)
  return schema['properties'] === undefined && required.length === 0 && schema['additionalProperties'] !== false
}
