import { createColors } from 'picocolors'
import { tokens } from '../document/json-pointer.ts'
import { printLocation } from '../document/location.ts'
import { visible } from '../report/visible.ts'
import type { DocumentFinding } from './document-finding.ts'
import { groupFindings } from './group-findings.ts'

/**
 * Prints findings as text: location, message, advice, check and operation. Findings about the same fault are printed
 * once, with all their lines. If there are no findings, the text is empty.
 */
export function printDocumentFindings(findings: readonly DocumentFinding[], options: { color: boolean }): string {
  if (findings.length === 0) return ''
  const colors = createColors(options.color)
  const paragraphs = groupFindings(findings).map(({ first, message, findings: all }) => {
    const { rule, level, location, next } = first
    const shown = level === 'error' ? colors.red(level) : colors.yellow(level)
    const place = all.length === 1 ? placeOf(first) : ''
    return [
      `${colors.bold(printLocation(location))}  ${shown}  ${visible(message)}`,
      ...(all.length === 1 ? [] : linesOf(all).map((line) => `  ${line}`)),
      `  next  ${visible(next)}`,
      colors.dim(`  rule  ${rule}${place === '' ? '' : `, ${visible(place)}`}`),
    ].join('\n')
  })
  return `${paragraphs.join('\n\n')}\n`
}

/** Returns the line numbers of findings in each file: `lines 12, 40 and 77`. */
function linesOf(findings: readonly DocumentFinding[]): string[] {
  const files = new Map<string, Set<number>>()
  for (const { location } of findings) {
    files.set(location.file, (files.get(location.file) ?? new Set()).add(location.line))
  }
  return [...files].map(([file, lines]) => {
    const numbers = [...lines].toSorted((one, other) => one - other)
    const listed = numbers.length > 1 ? `lines ${numbers.join(', ')}` : `line ${numbers.join('')}`
    return files.size === 1 ? listed : `${file}: ${listed}`
  })
}

/** The maximum length of a place that is printed. If a place is longer, its middle is left out. */
const LONGEST_PLACE = 72

/**
 * Returns a text that says where a finding is. In an operation, it is the path inside the operation. Elsewhere, it is a
 * JSON Pointer.
 */
function placeOf({ operation, location: { pointer } }: DocumentFinding): string {
  if (operation === undefined) return pointer === '' ? '' : `at ${pointer}`
  const inside = tokens(operation.path)
  const whole = inside.join(' ')
  const short = whole.length > LONGEST_PLACE ? [...inside.slice(0, 2), '…', ...inside.slice(-3)].join(' ') : whole
  return `in ${operation.id}${short === '' ? '' : `: ${short}`}`
}
