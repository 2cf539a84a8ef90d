import type { Evidence } from '../evidence/evidence.ts'
import { headerOf } from '../exchanges/exchange.ts'
import type { RuleFault } from './rule.ts'

/**
 * Returns a list with one fault if the value of a header violates the standard of this header. The level of the fault
 * is `error` if the document declares the header, and `warning` otherwise. The list is empty if the header is valid or
 * absent, or if a mock generated it.
 */
export function malformedHeader(
  evidence: Evidence,
  name: string,
  isRight: (text: string) => boolean,
  expected: string,
): RuleFault[] {
  const text = headerOf(evidence.answer, name)
  if (text === undefined || isRight(text) || evidence.execution.target.name === 'mock') return []
  const declared = evidence.response?.headers.find((each) => each.name.toLowerCase() === name.toLowerCase())
  return [
    {
      ...placeOf(evidence),
      ...(declared === undefined ? {} : { pointer: declared.pointer, address: declared.address, level: 'error' }),
      at: name,
      message: `the header ${name} is malformed`,
      expected,
      received: 'another text',
      cause: `malformed ${name}`,
    },
  ]
}

/**
 * Returns the place of the response in the document. For an undocumented status, returns the place of the operation.
 */
export function placeOf({ response, operation }: Evidence): Pick<RuleFault, 'pointer' | 'address'> {
  const { pointer, address } = response ?? operation
  return { pointer, address }
}

/**
 * True for a date such as `Sun, 06 Nov 1994 08:49:37 GMT`. Servers may send dates only in this format. RFC 9110 §5.6.7.
 */
export function isHttpDate(text: string): boolean {
  const form =
    /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/
  return form.test(text) && new Date(text).toUTCString() === text
}
