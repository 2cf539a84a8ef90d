import { InvalidArgumentError } from 'commander'
import { ContractError } from '../errors.ts'

/** The error for a value of the wrong form; commander puts the option in front of it. */
function expected(what: string, value: string): InvalidArgumentError {
  return new InvalidArgumentError(`expects ${what}, got \`${value.slice(0, 60)}\`.`)
}

/** Collects a repeatable option. */
export function collect(value: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), value]
}

/** Collects a repeatable option of a closed list. */
export function oneOf(choices: readonly string[]): (value: string, before: readonly string[] | undefined) => string[] {
  return (value, before) => {
    if (!choices.includes(value)) throw expected(`one of ${choices.join(', ')}`, value)
    return collect(value, before)
  }
}

/** Collects names that are separated by commas. */
export function list(value: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), ...value.split(',').map((each) => each.trim())]
}

/** An integer of at most ten digits. */
export function integer(value: string): number {
  if (!/^-?\d{1,10}$/.test(value)) throw expected('an integer', value)
  return Number(value)
}

/** An integer from 1 to 9999999. */
export function positive(value: string): number {
  if (!/^[1-9]\d{0,6}$/.test(value)) throw expected('an integer from 1 to 9999999', value)
  return Number(value)
}

/** A number of random cases, from 1 to 99999. */
export function cases(value: string): number {
  if (!/^[1-9]\d{0,4}$/.test(value)) throw expected('an integer from 1 to 99999', value)
  return Number(value)
}

/** `5/s`, or a bare number of the same meaning. */
export function rate(value: string): number {
  const [, number = ''] = /^(\d+(?:\.\d+)?)(?:\/s)?$/.exec(value) ?? []
  if (number === '' || Number(number) <= 0) throw expected('a rate such as 5/s', value)
  return Number(number)
}

/** An http or https URL without trailing slashes. Throws `bad-argument` for one with a user or password. */
export function url(value: string): string {
  const read = URL.canParse(value) ? new URL(value) : undefined
  const isHttp = read !== undefined && /^https?:$/.test(read.protocol)
  // The text before an @ may be a password, and commander would print it.
  if (isHttp ? read.username !== '' || read.password !== '' : value.includes('@')) {
    throw new ContractError('bad-argument', {
      what: 'a URL must not contain a user or a password (value hidden)',
      next: "remove them, and add a header: -H 'Authorization: …'",
    })
  }
  if (!isHttp) throw expected('an http or https URL', value)
  return value.replace(/\/+$/, '')
}

/** An instant as RFC 3339 has it; seconds may be left out. */
export function instant(value: string): string {
  const hasForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(value)
  if (!hasForm || Number.isNaN(Date.parse(value))) {
    throw expected('an instant such as 2026-01-05T09:00:00Z', value)
  }
  return value
}

/** `Name: value`, collected. */
export function header(value: string, before: readonly string[] | undefined): string[] {
  if (!/^[!#$%&'*+.^_`|~\w-]+\s*:/.test(value)) {
    // The value may be a secret, and commander would print it.
    throw new ContractError('bad-argument', {
      what: '`-H` expects `Name: value` (value hidden)',
      next: "write -H 'Authorization: Bearer …'",
    })
  }
  return collect(value, before)
}

/** `scheme=VARIABLE` or `scheme=VARIABLE:VARIABLE`, collected. Never quotes the value: it may be a secret itself. */
export function credential(value: string, before: readonly string[] | undefined): string[] {
  if (!/^[^=]+=[A-Za-z_]\w*(:[A-Za-z_]\w*)?$/.test(value)) {
    throw new ContractError('bad-argument', {
      what: '`--credential` expects `scheme=VARIABLE` or `scheme=VARIABLE:VARIABLE` (value hidden)',
      next: 'put the secret into an environment variable and name the variable',
    })
  }
  return collect(value, before)
}

/** `name=value`, collected. */
export function assignment(value: string, before: readonly string[] | undefined): string[] {
  if (!/^[^=]+=/.test(value)) throw expected('`name=value`', value)
  return collect(value, before)
}

/** `2/5`: the second of five. */
export function shard(value: string): { index: number; of: number } {
  const [, index = '', of = ''] = /^(\d{1,4})\/(\d{1,4})$/.exec(value) ?? []
  if (of === '' || Number(index) < 1 || Number(index) > Number(of)) {
    throw expected('a shard such as 2/5', value)
  }
  return { index: Number(index), of: Number(of) }
}

/** A port number. */
export function port(value: string): number {
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535) throw expected('a port from 0 to 65535', value)
  return Number(value)
}

/** A share in percent, from 0 to 100. */
export function percent(value: string): number {
  if (!/^\d{1,3}(\.\d+)?$/.test(value) || Number(value) > 100) throw expected('a number from 0 to 100', value)
  return Number(value)
}
