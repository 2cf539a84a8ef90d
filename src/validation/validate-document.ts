import { byCodeUnits } from '../report/worst-first.ts'
import type { Address, Document } from '../document/document.ts'
import { parentOf } from '../document/json-pointer.ts'
import { readDocument } from '../document/read-document.ts'
import { usedBrokenReferences } from '../operations/read/broken-reference.ts'
import type { Operation } from '../operations/operation.ts'
import type { DocumentCheck, DocumentFault } from './check.ts'
import { ContractError } from '../errors.ts'
import { checks } from './checks.ts'
import { lint } from './checks/openapi/lint.ts'
import { documentContext, type DocumentContext, type ValidateOptions } from './document-context.ts'
import type { DocumentFinding } from './document-finding.ts'

export type { ValidateOptions } from './document-context.ts'

/**
 * Reads a document and returns its findings, sorted by file, line, column and check. Throws the errors of
 * `readDocument`, and `package-missing`.
 */
export async function validateDocument(file: string, options: ValidateOptions = {}): Promise<DocumentFinding[]> {
  return listDocumentFindings(readDocument(file), options)
}

/** Returns the findings of a document that was already read. */
export async function listDocumentFindings(
  document: Document,
  options: ValidateOptions = {},
): Promise<DocumentFinding[]> {
  if (document.broken.size === 0) return listFindings(document, options, (check, context) => check.check(context))
  const hasCycle = [...document.broken.values()].some(({ code }) => code === 'reference-cycle')
  // If a check throws because of a broken reference, it has no findings. The reference itself is reported.
  const tolerant = async (check: DocumentCheck, context: DocumentContext): Promise<readonly DocumentFault[]> => {
    // The check `lint` is skipped for a document with a cycle of references, because Redocly would never end.
    if (check === lint && hasCycle) return []
    try {
      const faults = await check.check(context)
      const isAtBroken = ({ address }: DocumentFault): boolean => {
        for (let around = address; around !== ''; around = parentOf(around)) {
          if (document.broken.has(around)) return true
        }
        return false
      }
      return faults.filter((fault) => !isAtBroken(fault))
    } catch (error) {
      if (error instanceof ContractError && error.code.startsWith('reference-')) return []
      throw error
    }
  }
  return [...brokenReferences(document), ...(await listFindings(document, options, tolerant))].toSorted(byPlace)
}

async function listFindings(
  document: Document,
  options: ValidateOptions,
  run: (check: DocumentCheck, context: DocumentContext) => ReturnType<DocumentCheck['check']>,
): Promise<DocumentFinding[]> {
  const context = documentContext(document, options)
  const operationOf = operationFinder(context.operations)
  const { onlyErrors = false, skip = [] } = options
  const asked = checks.filter(({ id, level }) => (!onlyErrors || level === 'error') && !skip.includes(id))
  const found: { readonly check: DocumentCheck; readonly fault: DocumentFault }[] = []
  for (const check of asked) {
    const faults = await run(check, context)
    // The general checks run last. They do not report an object that an earlier check has reported.
    const isReported = placeFinder(check.general === true ? found.map(({ fault }) => fault.address) : [])
    for (const fault of faults) if (!isReported(fault.address)) found.push({ check, fault })
  }
  const findings = found.map(({ check, fault }): DocumentFinding => {
    const { address, level = check.level, location = document.locate(address), ...rest } = fault
    return { rule: check.id, level, location, ...operationOf(address), ...rest }
  })
  const unique = new Map(findings.map((each) => [JSON.stringify(each), each]))
  return [...unique.values()].toSorted(byPlace)
}

/** Returns a function that finds the operation to which an address belongs. */
function operationFinder(operations: readonly Operation[]): (address: Address) => Pick<DocumentFinding, 'operation'> {
  const known = new Map(operations.toReversed().map((each) => [each.address, each]))
  return (address) => {
    for (let around = address; around !== ''; around = parentOf(around)) {
      const found = known.get(around)
      if (found !== undefined) return { operation: { id: found.id, path: address.slice(around.length) } }
    }
    return {}
  }
}

/**
 * Returns a finding for each reference without a target. The finding is an error if an operation uses the reference,
 * and a warning otherwise.
 */
function brokenReferences(document: Document): DocumentFinding[] {
  const used = usedBrokenReferences(document)
  return [...document.broken]
    .map(([address, error]): DocumentFinding => {
      const { message, details } = error
      const [sentence = ''] = message.split('\n')
      const location = document.locate(address)
      return {
        rule: error.code.replaceAll('-', '_'),
        level: used.has(address) ? 'error' : 'warning',
        location,
        message: used.has(address) ? sentence : `${sentence} (no operation uses this part)`,
        next: details.next ?? '',
      }
    })
    .toSorted(byPlace)
}

/**
 * Returns a function that is true for each given address, and for the addresses directly above and below it. Two checks
 * may report the same fault at such different addresses.
 */
function placeFinder(addresses: readonly Address[]): (address: Address) => boolean {
  const own = new Set(addresses)
  const around = new Set(addresses.map(parentOf))
  // A fault of a whole file does not mean that the parts of the file have this fault.
  const isRoot = (address: Address): boolean => address.endsWith('#')
  return (address) =>
    own.has(address) ||
    (around.has(address) && !isRoot(address)) ||
    (own.has(parentOf(address)) && !isRoot(parentOf(address)))
}

function byPlace(one: DocumentFinding, other: DocumentFinding): number {
  return (
    byCodeUnits(one.location.file, other.location.file) ||
    one.location.line - other.location.line ||
    one.location.column - other.location.column ||
    byCodeUnits(one.rule, other.rule) ||
    byCodeUnits(one.message, other.message)
  )
}
