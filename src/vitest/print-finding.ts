import { printLocation } from '../document/location.ts'
import type { Finding } from '../verdicts/finding.ts'
import { publishSentences } from '../redaction/redaction.ts'
import type { Execution } from '../evidence/execution.ts'
import { receivedValues } from '../evidence/received-values.ts'

/** A finding as a test tells it: what, where in the answer and in the document, expected, received. Names nobody. */
export function printTestFinding(
  { rule, message, at, definedAt, expected, received }: Finding,
  execution: Execution,
): string {
  const told = publishSentences(receivedValues(execution), at, false)
  const place = at === '' ? '' : `${told(at)}   `
  return `${rule}: ${told(message)}\n  where     ${place}${printLocation(definedAt)}\n  expected  ${told(expected)}\n  received  ${told(received)}`
}
