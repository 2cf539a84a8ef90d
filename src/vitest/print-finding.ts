import { printLocation } from '../document/location.ts'
import type { Finding } from '../findings/finding.ts'

/** A finding as a test tells it: what, where in the answer and in the document, expected, received. */
export function printFinding({ rule, message, at, definedAt, expected, received }: Finding): string {
  const place = at === '' ? '' : `${at}   `
  return `${rule}: ${message}\n  where     ${place}${printLocation(definedAt)}\n  expected  ${expected}\n  received  ${received}`
}
