import { listClauses } from '../../../clauses/list-clauses.ts'
import { valueAt } from '../../../document/json-pointer.ts'
import { fieldsOf } from '../../../operations/read/read-update.ts'
import type { Operation } from '../../../operations/operation.ts'
import { listNamedValues } from '../../../schemas/list-keywords.ts'
import type { DocumentCheck, DocumentFault } from '../../check.ts'
import { withoutLiterals } from '../../parts/without-literals.ts'
import { stringifyJson } from '../../../json.ts'

export const enumValuesHaveScenarios: DocumentCheck = {
  id: 'enum_values_have_scenarios',
  title: 'every value of an enum with `x-server-data` has a 2xx scenario',
  why: 'The data on the server decides whether the server accepts a value with `x-server-data`, so a scenario must set up this data.',
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
  const serverData = [...fieldsOf(schema)].filter(([, field]) => field['x-server-data'] === true).map(([name]) => name)
  const unreachable = new Set(
    listClauses(operation)
      .filter((clause) => clause.unreachable.length > 0)
      .map(({ pointer }) => pointer),
  )
  return listNamedValues(schema, 'request')
    .filter(({ kind, keyword }) => kind === 'enum-member' && serverData.some((name) => keyword.instance === `/${name}`))
    .filter(({ value, keyword }) => !sent.some((body) => valueAt(body, keyword.instance) === value))
    .filter(({ pointer }) => !unreachable.has(schema.pointer + pointer))
    .map(({ value, keyword, address }) => ({
      address,
      message: `\`${keyword.instance.slice(1)}\` allows ${stringifyJson(value)}, but no 2xx scenario of \`${operation.id}\` sends this value`,
      next: 'add a scenario with a state in which the server accepts this value',
    }))
}
