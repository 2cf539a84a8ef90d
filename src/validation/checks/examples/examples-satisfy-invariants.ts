import { listInvariants, type PlacedInvariant } from '../../../clauses/list-clauses.ts'
import { childOf, type Address } from '../../../document/document.ts'
import { valueAt } from '../../../document/json-pointer.ts'
import type { Json } from '../../../json.ts'
import type { CompiledRule } from '../../../invariants/compile-rule.ts'
import type { Example, MediaType } from '../../../operations/operation.ts'
import { compileSchema } from '../../../schemas/check-value.ts'
import type { Schema } from '../../../schemas/schema.ts'
import { evaluate } from '../../../schemas/list-evaluations.ts'
import { decodeBySchema } from '../../../invariants/decode-by-schema.ts'
import type { DocumentCheck, DocumentFault } from '../../check.ts'

export const examplesSatisfyInvariants: DocumentCheck = {
  id: 'examples_satisfy_invariants',
  title: 'every response example satisfies the invariants that read only the body',
  why: 'A mock returns the example, so the gate would report a finding against the mock.',
  level: 'error',
  check({ operations, rules: placedRules }) {
    const compiled = new Map(placedRules.map((each) => [each.address, each.compiled]))
    return operations.flatMap((operation) =>
      listInvariants(operation).flatMap((placed) => {
        const rules = rulesOf(placed, compiled)
        if (rules === undefined) return []
        return placed.response.content.flatMap((mediaType) =>
          mediaType.examples.flatMap((example) => faultsOf(placed, rules, mediaType, example)),
        )
      }),
    )
  },
}

interface Rules {
  readonly when: CompiledRule | undefined
  readonly rule: CompiledRule
}

/**
 * Returns the compiled expressions of an invariant. Returns undefined if one of them does not compile or reads more
 * than the response body.
 */
function rulesOf(
  { invariant }: PlacedInvariant,
  compiled: ReadonlyMap<Address, CompiledRule | undefined>,
): Rules | undefined {
  const when = compiled.get(childOf(invariant.address, 'when'))
  const rule = compiled.get(childOf(invariant.address, 'rule'))
  if (rule === undefined || (invariant.when !== undefined && when === undefined)) return undefined
  const names = [...rule.names, ...(when?.names ?? [])]
  return names.every((name) => name === 'self') ? { when, rule } : undefined
}

function faultsOf(placed: PlacedInvariant, rules: Rules, { schema }: MediaType, example: Example): DocumentFault[] {
  const isValid = schema === undefined || compileSchema(schema).isValid(example.value, 'response')
  if (!isValid) return []
  const decoded = schema === undefined ? example.value : decodeBySchema(example.value, schema, 'response')
  return placesOf(placed, schema, example.value).flatMap((at) => {
    const self = valueAt(decoded as Json, at)
    if (rules.when !== undefined) {
      const when = rules.when.evaluate({ self })
      if (when.kind !== 'value' || when.value !== true) return []
    }
    const answer = rules.rule.evaluate({ self })
    if (answer.kind === 'nothing-to-say' || (answer.kind === 'value' && answer.value === true)) return []
    const { id, message } = placed.invariant
    const broken = answer.kind === 'value' && answer.value === false
    const why = broken ? message : answer.kind === 'fault' ? answer.because : 'the rule does not return a boolean'
    return [
      {
        address: example.address + at,
        message: `the example \`${example.name}\` violates the invariant \`${id}\`: ${why}`,
        next: broken ? 'correct the example, or the rule if the example is right' : 'fix the rule',
      },
    ]
  })
}

/**
 * Returns JSON Pointers to the values in an example on which an invariant is evaluated as `self`. For an invariant of a
 * response, this is the whole body. For an invariant of a schema, these are all values that the schema describes.
 */
function placesOf({ along }: PlacedInvariant, schema: Schema | undefined, value: Json): string[] {
  if (along === undefined || schema === undefined) return ['']
  const evaluated = evaluate(schema, value, 'response').filter(({ pointer }) => pointer === along.pointer)
  return [...new Set(evaluated.map(({ at }) => at))]
}
