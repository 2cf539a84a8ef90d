import { printLocation } from '../document/location.ts'
import type { Finding } from '../findings/finding.ts'
import { withoutNames } from '../run/without-names.ts'
import type { Trial } from '../verdicts/trial.ts'

/** A finding as a test tells it: what, where in the answer and in the document, expected, received. Names nobody. */
export function printFinding({ rule, message, at, definedAt, expected, received }: Finding, trial: Trial): string {
  const told = withoutNames(trial, at)
  const place = at === '' ? '' : `${told(at)}   `
  return `${rule}: ${told(message)}\n  where     ${place}${printLocation(definedAt)}\n  expected  ${told(expected)}\n  received  ${told(received)}`
}
