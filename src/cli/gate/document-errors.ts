import type { Document } from '../../document/document.ts'
import { ContractError } from '../../errors.ts'
import { listDocumentFindings } from '../../validation/validate-document.ts'

/**
 * Runs the checks of `validate` on a document. Returns a list with one sentence about the errors, or an empty list if
 * there are no errors. The result is cached, because several targets may be tested with the same document.
 */
export async function documentErrors(document: Document): Promise<readonly string[]> {
  const known = errorsOf.get(document) ?? listErrors(document)
  errorsOf.set(document, known)
  return known
}

const errorsOf = new WeakMap<Document, Promise<readonly string[]>>()

async function listErrors(document: Document): Promise<readonly string[]> {
  const errors = (await findingsOf(document)).filter(
    ({ level, isOptional }) => level === 'error' && isOptional !== true,
  )
  const [first] = errors
  if (first === undefined) return []
  const { file, line, column } = first.location
  const more = errors.length === 1 ? '' : ` (and ${errors.length - 1} more, see \`contract-gate validate\`)`
  return [
    `The document is invalid, so a pass would prove nothing: ${file}:${line}:${column} ${first.message}${more}. ` +
      'Fix it, or skip this check with --no-validate.',
  ]
}

/** Returns the findings of `validate`. If the optional lint package is not installed, returns an empty list. */
async function findingsOf(document: Document): Promise<Awaited<ReturnType<typeof listDocumentFindings>>> {
  try {
    return await listDocumentFindings(document, { onlyErrors: true })
  } catch (error) {
    if (error instanceof ContractError && error.code === 'package-missing') return []
    throw error
  }
}
