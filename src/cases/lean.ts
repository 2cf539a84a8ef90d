import { clauseId } from '../clauses/list-clauses.ts'
import { isObject, stringifyJson } from '../json.ts'
import type { Case } from './case.ts'

/**
 * The cases that add something new: a clause, an expected value in the response, an example of the mock, a provider state or
 * one of its parameters. Together they exercise each clause of the whole plan once.
 */
export function leanOf(cases: readonly Case[]): Case[] {
  const brought = new Set<string>()
  return cases.filter((each) => {
    const news = broughtBy(each).filter((what) => !brought.has(what))
    for (const what of news) brought.add(what)
    return news.length > 0
  })
}

function broughtBy(each: Case): string[] {
  const { operation, proves, expect, given, ask } = each
  const told = (...words: readonly unknown[]): string => stringifyJson([operation.id, ...words])
  const { body = {}, headers = {} } = (expect.kind === 'status' ? expect.then : undefined) ?? {}
  return [
    ...proves,
    ...updateOf(each),
    ...(ask === undefined ? [] : [told('ask', ask.status, ask.example)]),
    // All values from a provider state count as the same value.
    ...Object.entries({ ...body, ...headers }).flatMap(([at, value]) =>
      isObject(value) ? [] : [told('then', at, value)],
    ),
    ...(given === undefined ? [] : [told('given', given.state)]),
    ...Object.entries(given?.with ?? {}).map(([name, value]) => told('given', given?.state, name, value)),
  ]
}

/** The clause of the one field that a scenario updates. */
function updateOf({ operation, expect, send }: Case): string[] {
  if (operation.update === undefined || expect.kind !== 'status' || !expect.status.startsWith('2')) return []
  const [field, ...others] = isObject(send.body) ? Object.keys(send.body) : []
  return field === undefined || others.length > 0 ? [] : [clauseId(operation, `/x-update/${field}`)]
}
