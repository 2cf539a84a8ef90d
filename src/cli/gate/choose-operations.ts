import type { Document } from '../../document/document.ts'
import { ContractError } from '../../errors.ts'
import { listOperations, webhooksOperation } from '../../operations/list-operations.ts'
import { nearestWord } from '../../document/nearest-word.ts'
import type { Operation } from '../../operations/operation.ts'

/** The options that select operations. An operation must match all given options. */
export interface OperationChoice {
  readonly operation: readonly string[]
  readonly tag: readonly string[]
  /** Patterns for path templates. `*` matches inside one segment, and `**` matches any text. */
  readonly path: readonly string[]
  /** Ids of operations that are never selected. */
  readonly excludeOperation: readonly string[]
}

/**
 * Returns the selected operations of each document, in document order. Leaves out documents without a selected
 * operation. Throws `document-invalid` for a document without operations. Throws `unknown-operation` if an id, a tag or
 * a path matches nothing, or if no operation is selected.
 */
export function chooseOperations(
  documents: readonly Document[],
  choice: OperationChoice,
): ReadonlyMap<Document, readonly Operation[]> {
  const all = new Map(documents.map((document) => [document, operationsOf(document)]))
  checkChoice(choice, all)
  const chosen = new Map<Document, readonly Operation[]>()
  for (const [document, each] of all) {
    const some = each.filter((operation) => isChosen(operation, choice))
    if (some.length > 0) chosen.set(document, some)
  }
  if (chosen.size > 0) return chosen
  const next = 'use fewer of --operation, --tag, --path and --exclude-operation'
  throw unknown('the options select no operation', documents, next)
}

function operationsOf(document: Document): readonly Operation[] {
  const operations = listOperations(document)
  if (operations.length > 0) return [...operations, ...webhooksOperation(document)]
  throw new ContractError('document-invalid', {
    what: 'the document has no operations',
    where: document.file,
    next: 'add an operation under `paths`',
  })
}

function isChosen({ id, tags, path }: Operation, choice: OperationChoice): boolean {
  if (choice.excludeOperation.includes(id)) return false
  return (
    (choice.operation.length === 0 || choice.operation.includes(id)) &&
    (choice.tag.length === 0 || choice.tag.some((tag) => tags.includes(tag))) &&
    (choice.path.length === 0 || choice.path.some((pattern) => matchesPath(pattern, path)))
  )
}

function matchesPath(pattern: string, path: string): boolean {
  const parts = pattern.split(/(\*\*?)/u).map((part) => {
    if (part === '**') return '.*'
    return part === '*' ? '[^/]*' : part.replaceAll(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`)
  })
  return new RegExp(`^${parts.join('')}$`, 'u').test(path)
}

/** Throws if an id, tag or path matches no operation. */
function checkChoice(choice: OperationChoice, all: ReadonlyMap<Document, readonly Operation[]>): void {
  const operations = [...all.values()].flat()
  const ids = operations.map(({ id }) => id)
  const tags = [...new Set(operations.flatMap((operation) => operation.tags))]
  const paths = [...new Set(operations.map(({ path }) => path))]
  const documents = [...all.keys()]
  for (const id of [...choice.operation, ...choice.excludeOperation]) {
    if (!ids.includes(id)) throw unknown(id, documents, suggest(id, ids))
  }
  for (const tag of choice.tag) {
    if (!tags.includes(tag)) throw unknown(`no operation has the tag ${tag}`, documents, suggest(tag, tags))
  }
  for (const pattern of choice.path) {
    if (paths.some((path) => matchesPath(pattern, path))) continue
    throw unknown(`no operation has a path that matches ${pattern}`, documents, suggest(pattern, paths))
  }
}

function unknown(what: string, documents: readonly Document[], next: string): ContractError {
  return new ContractError('unknown-operation', { what, where: documents.map(({ file }) => file).join(', '), next })
}

function suggest(name: string, known: readonly string[]): string {
  const near = nearestWord(name, known)
  if (near !== undefined) return `did you mean ${near}?`
  return known.length === 0 ? 'remove --tag: no operation has a tag' : `choose from ${known.join(', ')}`
}
