import { printLocation } from '../document/location.ts'
import type { Finding } from '../verdicts/finding.ts'
import { publishSentences } from '../redaction/redaction.ts'
import type { Execution } from '../evidence/execution.ts'
import { receivedValues } from '../evidence/response/received-values.ts'

/** Prints a finding as the message of a failed test. Values of the server are redacted. */
export function printTestFinding(
  { rule, message, at, definedAt, expected, received }: Finding,
  execution: Execution,
): string {
  const publish = publishSentences(receivedValues(execution), at, false)
  const place = at === '' ? '' : `${publish(at)}   `
  return `${rule}: ${publish(message)}\n  where     ${place}${printLocation(definedAt)}\n  expected  ${publish(expected)}\n  received  ${publish(received)}`
}
