import type { Document } from '../../document/document.ts'
import { listDocumentFindings } from '../../validation/validate-document.ts'

/** One sentence about the errors that `validate` reports for a document; empty if it reports none. */
export async function documentErrors(document: Document): Promise<string[]> {
  const errors = (await listDocumentFindings(document)).filter(({ level }) => level === 'error')
  const [first] = errors
  if (first === undefined) return []
  const { file, line, column } = first.location
  const more = errors.length === 1 ? '' : ` (and ${errors.length - 1} more, see \`contract-gate validate\`)`
  return [
    `The document is invalid, so a pass would prove nothing: ${file}:${line}:${column} ${first.message}${more}. ` +
      'Fix it, or skip this check with --no-validate.',
  ]
}
