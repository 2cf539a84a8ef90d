import { isAccepted } from '../../evidence/evidence.ts'
import type { RuleFault, Rule } from '../rule.ts'

export const undocumentedDemand: Rule = {
  id: 'undocumented_demand',
  title: 'The server requires only what the document requires',
  why: 'A client that follows the document is refused, and learns only from the error message what is missing.',
  fix: 'add the constraint to the schema of the request body, or accept requests without it',
  examples: {
    passes: 'POST /orders {"count": 2}, which the schema allows → 201',
    fails: 'POST /orders {"count": 2}, which the schema allows → 422 "kind is required"; with `kind` → 201',
  },
  level: 'drift',
  weight: 'wrong',
  stages: ['drift'],
  judge(evidence) {
    const { execution, response, operation } = evidence
    const { demands = [] } = execution
    if (!isAccepted(evidence) || response === undefined) return []
    return demands.map(({ path, isDocumented, isSaid, instead, in: place }): RuleFault => {
      if (place !== undefined) {
        const names = path.join(', ')
        return {
          pointer: response.pointer,
          address: operation.address,
          message: `refuses a request without ${path.length === 1 ? 'the optional query parameter' : 'some of the optional query parameters'} ${names}`,
          expected: 'a 2xx without optional parameters',
          received: 'a refusal',
          cause: `demand ${names}`,
          fix: 'document which parameters are required, or use their defaults',
        }
      }
      const name = path.join('.')
      return {
        pointer: response.pointer,
        address: operation.requestBody?.content[0]?.schema?.address ?? response.address,
        message: `the server also demands ${isDocumented ? 'a value for' : 'the undocumented property'} ${name}`,
        expected: 'a 2xx to every body that the schema allows',
        received: 'a refusal that names the property',
        cause: `demand ${name}`,
        // The level is `error` if the schema says that the property is optional, and its description does not say when
        // it is required.
        ...(isDocumented && isSaid === undefined && instead === undefined ? { level: 'error' } : {}),
        fix: `document what the server demands of ${name}, or accept requests without it`,
      }
    })
  },
}
