import type { OperationContract } from '../evidence/contract.ts'
import { decodeBySchema } from '../invariants/decode-by-schema.ts'
import type { Json } from '../json.ts'
import type { Response } from '../operations/operation.ts'
import { compileSchema } from '../schemas/check-value.ts'
import type { Schema } from '../schemas/schema.ts'
import type { Contradiction } from './is-noticed.ts'

/** Checks the response examples in a changed document. Returns the clauses of the same document that they violate. */
export function contradictedExamples(contract: OperationContract): readonly Contradiction[] {
  return contract.operation.responses.flatMap((response) =>
    response.content.flatMap(({ schema, examples }) =>
      schema === undefined
        ? []
        : examples.flatMap(({ value }) => [
            ...violatedKeywords(contract, schema, value),
            ...violatedInvariants(contract, response, schema, value),
          ]),
    ),
  )
}

function violatedKeywords({ operation }: OperationContract, schema: Schema, value: Json): Contradiction[] {
  return compileSchema(schema)
    .checkAll(value, 'response')
    .map(({ keyword, at }) => ({
      clause: operation.id + schema.pointer + keyword.pointer,
      definedAt: keyword.address.slice(keyword.address.indexOf('#') + 1),
      at,
    }))
}

/** Checks only invariants that read the body and nothing else, because an example has no request. */
function violatedInvariants(
  { operation, invariants }: OperationContract,
  response: Response,
  schema: Schema,
  value: Json,
): Contradiction[] {
  const own = invariants.filter(
    (each) =>
      each.response.status === response.status &&
      each.along === undefined &&
      each.when === undefined &&
      each.names.every((name) => name === 'self'),
  )
  const self = decodeBySchema(value, schema, 'response')
  return own.flatMap(({ rule, pointer, invariant: { address } }) => {
    const answer = rule.evaluate({ self })
    if (answer.kind === 'nothing-to-say' || (answer.kind === 'value' && answer.value === true)) return []
    return [{ clause: operation.id + pointer, definedAt: address.slice(address.indexOf('#') + 1), at: '' }]
  })
}
