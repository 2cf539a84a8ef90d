import { listClauses } from '../../../clauses/list-clauses.ts'
import { valueAt } from '../../../document/json-pointer.ts'
import { fieldsOf } from '../../../operations/read-update.ts'
import type { Operation } from '../../../operations/operation.ts'
import { listNamedValues } from '../../../schemas/list-keywords.ts'
import type { DocumentCheck, DocumentFault } from '../../check.ts'
import { withoutLiterals } from '../../parts/without-literals.ts'
import { stringifyJson } from '../../../json.ts'

export const enumValuesHaveScenarios: DocumentCheck = {
  id: 'enum_values_have_scenarios',
  title: 'every member of an enum that depends on the world has a 2xx scenario',
  why: 'Such a value is expected to be accepted only where a scenario shows a state in which it is.',
  level: 'error',
  check({ operations }) {
    return operations.filter(({ scenarios }) => scenarios.length > 0).flatMap(faultsOf)
  },
}

function faultsOf(operation: Operation): DocumentFault[] {
  const schema = operation.requestBody?.content.find(({ range }) => /[/+]json\b/.test(range))?.schema
  if (schema === undefined) return []
  const sent = operation.scenarios
    .filter(({ status }) => status.startsWith('2'))
    .map(({ send }) => withoutLiterals(send.body ?? null).value)
  const world = [...fieldsOf(schema)].filter(([, field]) => field['x-server-data'] === true).map(([name]) => name)
  const unreachable = new Set(
    listClauses(operation)
      .filter((clause) => clause.unreachable.length > 0)
      .map(({ pointer }) => pointer),
  )
  return listNamedValues(schema, 'request')
    .filter(({ kind, keyword }) => kind === 'enum-member' && world.some((name) => keyword.instance === `/${name}`))
    .filter(({ value, keyword }) => !sent.some((body) => valueAt(body, keyword.instance) === value))
    .filter(({ pointer }) => !unreachable.has(schema.pointer + pointer))
    .map(({ value, keyword, address }) => ({
      address,
      message: `no 2xx scenario of \`${operation.id}\` sends ${stringifyJson(value)} as \`${keyword.instance.slice(1)}\``,
      next: 'add a scenario from a state where that step is allowed',
    }))
}
