import type { MediaType, Parameter } from '../../../operations/operation.ts'
import { compileSchema } from '../../../schemas/check-value.ts'
import type { DocumentCheck, DocumentFault } from '../../check.ts'
import type { PlacedScenario } from '../../parts/list-scenarios.ts'
import { withoutLiterals } from '../../parts/without-literals.ts'

export const scenariosSendValidRequests: DocumentCheck = {
  id: 'scenarios_send_valid_requests',
  title:
    'every scenario sends known path parameters; a 2xx scenario also sends known query parameters and a valid request body',
  why: 'If the document forbids a request, the server answers with another status than the scenario expects.',
  level: 'error',
  check(context) {
    return context.scenarios.flatMap((placed) => {
      const isAccepted = placed.scenario.status.startsWith('2')
      return [
        ...unknownNames(placed, 'path'),
        ...(isAccepted ? [...unknownNames(placed, 'query'), ...faultsOfBody(placed)] : []),
      ]
    })
  },
}

function unknownNames(
  { operation, scenario, at }: PlacedScenario,
  place: Parameter['in'] & ('path' | 'query'),
): DocumentFault[] {
  const known = operation.parameters.filter((parameter) => parameter.in === place).map(({ name }) => name)
  return Object.keys(scenario.send[place] ?? {})
    .filter((name) => !known.includes(name))
    .map((name) => ({
      address: at('send', place, name),
      message: `the operation has no ${place} parameter \`${name}\``,
      next: known.length === 0 ? 'remove it' : `it has ${known.map((each) => `\`${each}\``).join(', ')}`,
    }))
}

function faultsOfBody({ operation, scenario, at }: PlacedScenario): DocumentFault[] {
  const { body, raw, contentType } = scenario.send
  const { requestBody } = operation
  if (raw !== undefined) return []
  if (requestBody === undefined) {
    if (body === undefined) return []
    return [{ address: at('send', 'body'), message: 'the operation has no request body', next: 'remove the body' }]
  }
  if (body === undefined) {
    if (!requestBody.required) return []
    return [{ address: at('send'), message: 'the operation requires a body', next: 'add a body' }]
  }
  const mediaType = mediaTypeOf(requestBody.content, contentType)
  if (mediaType?.schema === undefined) return []
  const { value, unknown } = withoutLiterals(body)
  return compileSchema(mediaType.schema)
    .check(value, 'request')
    .filter((mismatch) => !unknown.some((place) => isAlong(place, mismatch.at)))
    .map(({ at: place, expected, keyword }) => ({
      address: at('send', 'body') + place,
      message: `the body for a ${scenario.status} violates \`${keyword.name}\`: expected ${expected}`,
      next: 'fix the body, or move the scenario to a 4xx status',
    }))
}

function mediaTypeOf(content: readonly MediaType[], contentType: string | undefined): MediaType | undefined {
  if (contentType !== undefined) return content.find(({ range }) => range.toLowerCase() === contentType.toLowerCase())
  return content.find(({ range }) => /[/+]json\b/.test(range))
}

/** True if the JSON Pointers are equal, or if one of them points inside the other. */
function isAlong(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`)
}
