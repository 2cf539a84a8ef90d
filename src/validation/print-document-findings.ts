import { createColors } from 'picocolors'
import { printLocation } from '../document/location.ts'
import { visible } from '../report/visible.ts'
import type { DocumentFinding } from './document-finding.ts'

/** Prints findings as text: location, message, advice and check. If there are no findings, the text is empty. */
export function printDocumentFindings(findings: readonly DocumentFinding[], options: { color: boolean }): string {
  if (findings.length === 0) return ''
  const colors = createColors(options.color)
  const paragraphs = findings.map(({ rule, level, location, message, next }) => {
    const shown = level === 'error' ? colors.red(level) : colors.yellow(level)
    return [
      `${colors.bold(printLocation(location))}  ${shown}  ${visible(message)}`,
      `  next  ${visible(next)}`,
      colors.dim(`  rule  ${rule}${location.pointer === '' ? '' : `, at ${visible(location.pointer)}`}`),
    ].join('\n')
  })
  return `${paragraphs.join('\n\n')}\n`
}
