import { clauseId } from '../clauses/list-clauses.ts'
import { isObject, stringifyJson } from '../json.ts'
import type { Case } from './case.ts'

/**
 * Returns a shorter list of cases that still exercises every clause of the plan at least once. Keeps a case if it adds
 * something new: a clause, an expected value in the response, an example of the mock, a provider state, or a parameter
 * of a provider state.
 */
export function leanOf(cases: readonly Case[]): Case[] {
  const covered = new Set<string>()
  return cases.filter((each) => {
    const added = coveredBy(each).filter((what) => !covered.has(what))
    for (const what of added) covered.add(what)
    return added.length > 0
  })
}

function coveredBy(each: Case): string[] {
  const { operation, proves, expect, given, ask, access } = each
  const keyOf = (...words: readonly unknown[]): string => stringifyJson([operation.id, ...words])
  const { body = {}, headers = {} } = (expect.kind === 'status' ? expect.then : undefined) ?? {}
  return [
    ...proves,
    ...updateOf(each),
    ...(access === undefined ? [] : [keyOf('access', access)]),
    ...(ask === undefined ? [] : [keyOf('ask', ask.status, ask.example)]),
    // An expected value that refers to the provider state (an object) adds nothing new.
    ...Object.entries({ ...body, ...headers }).flatMap(([at, value]) =>
      isObject(value) ? [] : [keyOf('then', at, value)],
    ),
    ...(given === undefined ? [] : [keyOf('given', given.state)]),
    ...Object.entries(given?.with ?? {}).map(([name, value]) => keyOf('given', given?.state, name, value)),
  ]
}

/** If the case is a scenario that updates a single field, returns the id of the clause of this update. */
function updateOf({ operation, expect, send }: Case): string[] {
  if (operation.update === undefined || expect.kind !== 'status' || !expect.status.startsWith('2')) return []
  const [field, ...others] = isObject(send.body) ? Object.keys(send.body) : []
  return field === undefined || others.length > 0 ? [] : [clauseId(operation, `/x-update/${field}`)]
}
