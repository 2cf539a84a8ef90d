import { decodeHeaderText } from '../../evidence/response/decode-header.ts'
import { shapeOf } from '../../evidence/response/shape-of.ts'
import { headerOf } from '../../exchanges/exchange.ts'
import { compileSchema } from '../../schemas/check-value.ts'
import { isSharedPart } from '../shared-part.ts'
import type { RuleFault, Rule } from '../rule.ts'
import { violation } from '../violation.ts'

export const responseHeadersConformance: Rule = {
  id: 'response_headers_conformance',
  title: 'Required headers are present, and headers match their schemas',
  why: 'Clients read documented headers. A missing header is often noticed only in production.',
  fix: 'send the response header as documented, or change the document',
  examples: {
    passes: 'X-Revision is a required integer. PATCH /orders/7 → 200 with `X-Revision: 3`',
    fails: 'X-Revision is a required integer. PATCH /orders/7 → 200 without X-Revision',
  },
  level: 'error',
  weight: 'wrong',
  stages: ['schema'],
  judge(evidence) {
    const { response, answer } = evidence
    return (response?.headers ?? []).flatMap((header): RuleFault[] => {
      const text = headerOf(answer, header.name)
      if (text === undefined) {
        if (!header.required) return []
        return [
          {
            pointer: `${header.pointer}/required`,
            isOfApi: isSharedPart(evidence, `${header.pointer}/required`),
            at: header.name,
            message: `lacks the required header ${header.name}`,
            expected: `a header ${header.name}`,
            received: 'none',
            fix: `send the response header ${header.name}, or make it optional in the document`,
          },
        ]
      }
      const { schema } = header
      if (schema === undefined) return []
      const value = decodeHeaderText(text, header)
      return compileSchema(schema)
        .check(value, 'response')
        .map(({ keyword, expected }) => ({
          pointer: schema.pointer + keyword.pointer,
          isOfApi: isSharedPart(evidence, schema.pointer + keyword.pointer),
          at: header.name,
          message: violation(`the header ${header.name}`, keyword.name, expected),
          expected,
          received: shapeOf(value),
        }))
    })
  },
}
