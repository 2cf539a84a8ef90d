import { clauseId } from '../clauses/list-clauses.ts'
import { isObject, stringifyJson } from '../json.ts'
import type { Case } from './case.ts'

/**
 * Returns a smaller list of cases that still tests every clause. Goes through the cases in order. Keeps a case only if
 * it adds a clause, a security alternative, an expected response value, an example of the mock, a provider state, or a
 * value of a state's parameter.
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
    // An object is a placeholder for a value of the provider state. It does not count as a new expected value.
    ...Object.entries({ ...body, ...headers }).flatMap(([at, value]) =>
      isObject(value) ? [] : [keyOf('then', at, value)],
    ),
    ...(given === undefined ? [] : [keyOf('given', given.state)]),
    ...Object.entries(given?.with ?? {}).map(([name, value]) => keyOf('given', given?.state, name, value)),
  ]
}

/**
 * If the case is an update that expects a 2xx status and sends a single field, returns a list with one id: the id of
 * the clause about an update of this field. Otherwise returns an empty list.
 */
function updateOf({ operation, expect, send }: Case): string[] {
  if (operation.update === undefined || expect.kind !== 'status' || !expect.status.startsWith('2')) return []
  const [field, ...others] = isObject(send.body) ? Object.keys(send.body) : []
  return field === undefined || others.length > 0 ? [] : [clauseId(operation, `/x-update/${field}`)]
}
