import { ContractError } from '../../errors.ts'
import { asObject, isObject, type Json, type JsonObject } from '../../json.ts'
import type { Role, Scenario } from '../../operations/annotations.ts'
import { isUnder } from '../../operations/media-types.ts'
import type { Operation } from '../../operations/operation.ts'
import { decideRequest, type Decision, type RequestFacts } from '../../refusals/decide-request.ts'
import { compileSchema } from '../../schemas/check-value.ts'
import { allowsText } from '../allows-text.ts'
import { resolveLiterals } from '../literals/literals.ts'
import { parameterValues, SAMPLE_NOW, sampleState } from './sample-state.ts'

/**
 * Returns the decision of the refusal rules about a scenario that `role` sends. Returns undefined if the scenario sends
 * a value that is missing in the sample data of the document.
 */
export function decideScenario(operation: Operation, scenario: Scenario, role: Role): Decision | undefined {
  const facts = factsOfScenario(operation, scenario, role)
  return facts === undefined ? undefined : decideRequest(operation, facts)
}

/**
 * Returns everything that the refusal rules can read about a scenario that `role` sends: the role, the provider state
 * and the sent values. Values of the provider state are taken from its `sample`. Returns undefined if the scenario
 * sends a value that is missing in `sample`.
 */
export function factsOfScenario(operation: Operation, { given, send }: Scenario, role: Role): RequestFacts | undefined {
  const state = operation.states.get(given?.state ?? '')
  if (state === undefined || given === undefined) return undefined
  const sample = sampleState(state)
  const resolve = (value: Json): Json =>
    resolveLiterals(value, { now: new Date(SAMPLE_NOW).toISOString(), state: sample })
  try {
    const body = send.body === undefined ? undefined : resolve(send.body)
    const path = resolve(send.path ?? {})
    const { properties } = state.with
    const defaults = Object.entries(asObject(properties)).map(([name, schema]) => [
      name,
      parameterValues(schema)[0] ?? null,
    ])
    return {
      role,
      state: { name: state.name, with: { ...(Object.fromEntries(defaults) as JsonObject), ...given.with } },
      given: sample.given,
      values: sample.values,
      sent: asObject(body),
      invalid: {
        path: isObject(path) && !isValidPath(operation, path),
        body: send.raw !== undefined || !isValidBody(operation, body, send.contentType),
      },
      now: SAMPLE_NOW,
    }
  } catch (error) {
    if (error instanceof ContractError && error.code === 'literal-invalid') return undefined
    throw error
  }
}

function isValidPath({ parameters }: Operation, path: JsonObject): boolean {
  return parameters.every(
    (each) => each.in !== 'path' || path[each.name] === undefined || allowsText(each, String(path[each.name])),
  )
}

function isValidBody({ requestBody }: Operation, body: Json | undefined, contentType: string | undefined): boolean {
  const [first] = requestBody?.content ?? []
  const mediaType =
    contentType === undefined ? first : requestBody?.content.find(({ range }) => isUnder(contentType, range))
  if (mediaType === undefined) return false
  if (body === undefined) return requestBody?.required !== true
  return mediaType.schema === undefined || compileSchema(mediaType.schema).isValid(body, 'request')
}
