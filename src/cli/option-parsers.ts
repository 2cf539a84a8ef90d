import { InvalidArgumentError } from 'commander'
import { ContractError } from '../errors.ts'

/** Returns the error for an invalid value. Commander adds the name of the option to its text. */
function expected(what: string, value: string): InvalidArgumentError {
  return new InvalidArgumentError(`expects ${what}, got \`${value.slice(0, 60)}\`.`)
}

/** Adds the value of a repeatable option to the earlier values. */
export function collect(value: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), value]
}

/** Adds the value of a repeatable option to the earlier values. Only certain values are allowed. */
export function collectOneOf(
  choices: readonly string[],
): (value: string, before: readonly string[] | undefined) => string[] {
  return (value, before) => {
    if (!choices.includes(value)) throw expected(`one of ${choices.join(', ')}`, value)
    return collect(value, before)
  }
}

/** Adds names that are separated by commas to the earlier names. */
export function commaSeparated(value: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), ...value.split(',').map((each) => each.trim())]
}

/** Returns a parser of numbers. The text must match `form`, and the number must not exceed `most`. */
function number(form: RegExp, what: string, most = Infinity): (value: string) => number {
  return (value) => {
    if (!form.test(value) || Number(value) > most) throw expected(what, value)
    return Number(value)
  }
}

/** Parses an integer of at most ten digits. */
export const integer = number(/^-?\d{1,10}$/, 'an integer')
/** Parses an integer from 1 to 9999999. */
export const positive = number(/^[1-9]\d{0,6}$/, 'an integer from 1 to 9999999')
/** Parses a number of random cases, from 1 to 99999. */
export const cases = number(/^[1-9]\d{0,4}$/, 'an integer from 1 to 99999')
/** Parses a port number. */
export const port = number(/^\d{1,5}$/, 'a port from 0 to 65535', 65_535)
/** Parses a number from 0 to 100: a share in percent. */
export const percent = number(/^\d{1,3}(\.\d+)?$/, 'a number from 0 to 100', 100)

/** Parses a number of requests per second, written as `5/s` or `5`. */
export function rate(value: string): number {
  const [, number = ''] = /^(\d+(?:\.\d+)?)(?:\/s)?$/.exec(value) ?? []
  if (number === '' || Number(number) <= 0) throw expected('a rate such as 5/s', value)
  return Number(number)
}

/**
 * Parses an http or https URL and removes slashes at its end. Throws `bad-argument` for a URL that contains a user or
 * password.
 */
export function url(value: string): string {
  const read = URL.canParse(value) ? new URL(value) : undefined
  const isHttp = read !== undefined && /^https?:$/.test(read.protocol)
  // The value may contain a password before an `@`. An error of commander would print the value, so this error hides
  // it.
  if (isHttp ? read.username !== '' || read.password !== '' : value.includes('@')) {
    throw new ContractError('bad-argument', {
      what: 'a URL must not contain a user or a password (value hidden)',
      next: "remove user and password, and add a header: -H 'Authorization: …'",
    })
  }
  if (!isHttp) throw expected('an http or https URL', value)
  return value.replace(/\/+$/, '')
}

/** Parses a date-time of RFC 3339, with or without seconds. */
export function instant(value: string): string {
  const hasForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(value)
  const day = value.slice(0, 10)
  // `Date` takes 30 February as 2 March.
  if (!hasForm || Number.isNaN(Date.parse(value)) || !new Date(day).toISOString().startsWith(day)) {
    throw expected('an instant such as 2026-01-05T09:00:00Z', value)
  }
  return value
}

/** Returns a parser for an option of which a second value would be ignored. */
export function onlyOnce(name: string): (value: string, before?: string) => string {
  return (value, before) => {
    if (before === undefined) return value
    throw new ContractError('bad-argument', {
      what: `${name} is given twice`,
      next: 'run the command once for each value',
    })
  }
}

/**
 * Returns a parser that collects the values of a repeatable option. Its errors never contain the value, because the
 * user may have typed a secret.
 */
function secret(form: RegExp, what: string, next: string): typeof collect {
  return (value, before) => {
    if (!form.test(value)) throw new ContractError('bad-argument', { what, next })
    return collect(value, before)
  }
}

/** Parses `Name: value`. Collects the values of a repeatable option. */
export const header = secret(
  /^[!#$%&'*+.^_`|~\w-]+\s*:/,
  '`-H` expects `Name: value` (value hidden)',
  "write -H 'Authorization: Bearer …'",
)

/** Parses `other=Name: value`. Collects the values of a repeatable option. */
export const otherHeader = secret(
  /^other=[!#$%&'*+.^_`|~\w-]+\s*:/,
  '`--as` expects `other=Header-Name: value` (value hidden)',
  "write --as 'other=Authorization: Bearer $OTHER_TOKEN'",
)

/** Parses `scheme=VARIABLE` or `scheme=VARIABLE:VARIABLE`. Collects the values of a repeatable option. */
export const credential = secret(
  /^[^=]+=[A-Za-z_]\w*(:[A-Za-z_]\w*)?$/,
  '`--credential` expects `scheme=VARIABLE` or `scheme=VARIABLE:VARIABLE` (value hidden)',
  'put the secret into an environment variable and name the variable',
)

/** Parses `name=value`. Collects the values of a repeatable option. */
export function assignment(value: string, before: readonly string[] | undefined): string[] {
  if (!/^[^=]+=/.test(value)) throw expected('`name=value`', value)
  return collect(value, before)
}

/** Parses a shard, which is a part of a run: `2/5` is the second of five parts. */
export function shard(value: string): { index: number; of: number } {
  const [, index = '', of = ''] = /^(\d{1,4})\/(\d{1,4})$/.exec(value) ?? []
  if (of === '' || Number(index) < 1 || Number(index) > Number(of)) {
    throw expected('a shard such as 2/5', value)
  }
  return { index: Number(index), of: Number(of) }
}
