import { InvalidArgumentError } from 'commander'
import { ContractError } from '../errors.ts'

/** Collects a repeatable option. */
export function collect(value: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), value]
}

/** Collects a repeatable option of a closed list. */
export function oneOf(choices: readonly string[]): (value: string, before: readonly string[] | undefined) => string[] {
  return (value, before) => {
    if (!choices.includes(value)) throw new InvalidArgumentError(`Allowed choices are ${choices.join(', ')}.`)
    return collect(value, before)
  }
}

/** Collects names that are separated by commas. */
export function list(value: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), ...value.split(',').map((each) => each.trim())]
}

export function whole(value: string): number {
  if (!/^-?\d{1,10}$/.test(value)) throw new InvalidArgumentError('It is no whole number.')
  return Number(value)
}

export function positive(value: string): number {
  if (!/^[1-9]\d{0,6}$/.test(value)) throw new InvalidArgumentError('It is no whole number from 1 to 9999999.')
  return Number(value)
}

/** How many cases somebody wants of each operation: as many as can be held. */
export function cases(value: string): number {
  if (!/^[1-9]\d{0,4}$/.test(value)) throw new InvalidArgumentError('It is no whole number from 1 to 99999.')
  return Number(value)
}

/** `5/s`, or a bare number of the same meaning. */
export function rate(value: string): number {
  const [, number = ''] = /^(\d+(?:\.\d+)?)(?:\/s)?$/.exec(value) ?? []
  if (number === '' || Number(number) <= 0) throw new InvalidArgumentError('It is no rate like 5/s.')
  return Number(number)
}

export function url(value: string): string {
  const read = URL.canParse(value) ? new URL(value) : undefined
  const isHttp = read !== undefined && /^https?:$/.test(read.protocol)
  // What stands in front of an @ may be a password, and commander would print it.
  if (isHttp ? read.username !== '' || read.password !== '' : value.includes('@')) {
    throw new ContractError('bad-argument', {
      what: 'an address holds a user or a password, so it is not repeated here',
      next: "leave them out of the address, and give a header: -H 'Authorization: …'",
    })
  }
  if (!isHttp) throw new InvalidArgumentError('It is no http or https URL.')
  return value.replace(/\/+$/, '')
}

/** An instant as RFC 3339 has it; seconds may be left out. */
export function instant(value: string): string {
  const hasForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(value)
  if (!hasForm || Number.isNaN(Date.parse(value))) {
    throw new InvalidArgumentError('It is no instant like 2026-01-05T09:00:00Z.')
  }
  return value
}

/** `Name: value`, collected. */
export function header(value: string, before: readonly string[] | undefined): string[] {
  if (!/^[!#$%&'*+.^_`|~\w-]+\s*:/.test(value)) {
    // It may be a secret without its name, and commander would print it.
    throw new ContractError('bad-argument', {
      what: 'what -H was given is no header, and it is not repeated here because it may be secret',
      next: "write -H 'Name: value'",
    })
  }
  return collect(value, before)
}

/** `name=value`, collected. */
export function assignment(value: string, before: readonly string[] | undefined): string[] {
  if (!/^[^=]+=/.test(value)) throw new InvalidArgumentError('It is no assignment like name=value.')
  return collect(value, before)
}

/** `2/5`: the second of five. */
export function shard(value: string): { index: number; of: number } {
  const [, index = '', of = ''] = /^(\d{1,4})\/(\d{1,4})$/.exec(value) ?? []
  if (of === '' || Number(index) < 1 || Number(index) > Number(of)) {
    throw new InvalidArgumentError('It is no shard like 2/5.')
  }
  return { index: Number(index), of: Number(of) }
}
