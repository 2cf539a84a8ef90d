import { headerOf } from '../../exchanges/exchange.ts'
import { compileSchema } from '../../schemas/check-value.ts'
import { decodeHeader } from '../../evidence/decode-header.ts'
import type { Fault, Rule } from '../rule.ts'
import { shapeOf } from '../../evidence/shape-of.ts'

export const responseHeadersConformance: Rule = {
  id: 'response_headers_conformance',
  title: 'Required headers come, and headers keep their schema',
  why: 'Clients find out from a header how to get in, when to come back and what they hold.',
  level: 'error',
  stages: ['schema'],
  judge({ response, answer }) {
    return (response?.headers ?? []).flatMap((header): Fault[] => {
      const text = headerOf(answer, header.name)
      if (text === undefined) {
        if (!header.required) return []
        return [
          {
            pointer: `${header.pointer}/required`,
            at: header.name,
            message: `comes without the header ${header.name}`,
            expected: `a header ${header.name}`,
            received: 'none',
          },
        ]
      }
      const { schema } = header
      if (schema === undefined) return []
      const value = decodeHeader(text, header)
      return compileSchema(schema)
        .check(value, 'response')
        .map(({ keyword, expected }) => ({
          pointer: schema.pointer + keyword.pointer,
          at: header.name,
          message: `the header ${header.name} breaks its ${keyword.name}`,
          expected,
          received: shapeOf(value),
        }))
    })
  },
}
