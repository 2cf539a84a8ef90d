import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { ContractError } from '../../errors.ts'
import { chooseApis } from '../apis.ts'
import { checkRevision, isRevision, repositoryRoot } from './git.ts'

/** A document to read: a file in the working directory, or a file of a git revision. */
export interface ComparedFile {
  /** Path of the document. With a revision, the path is relative to the root of the repository. */
  readonly file: string
  readonly revision?: string
}

/** Two documents to compare. */
export interface Pair {
  readonly base: ComparedFile
  readonly head: ComparedFile
}

/** The meaning of an argument of `diff`: a file, a file of a revision (`REVISION:PATH`), a folder, or a revision. */
type Named =
  | { readonly kind: 'file'; readonly side: ComparedFile }
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'revision'; readonly revision: string }

/**
 * Returns the pairs of documents to compare. Each argument is a file, a folder, a revision or `REVISION:PATH`. If
 * `base` is missing, the documents are compared with the revision that `fallback` returns. Throws `bad-argument` and
 * `revision-unreadable`.
 */
export function choosePairs(base: string | undefined, head: string | undefined, fallback: () => string): Pair[] {
  if (base === undefined) return inRevision(fallback(), undefined, workingFiles())
  const from = nameOf(base)
  if (head === undefined) {
    if (from.kind === 'revision') return inRevision(from.revision, undefined, workingFiles())
    if (from.kind === 'folder')
      return inRevision(
        fallback(),
        undefined,
        documentsIn(from.folder).map((file) => join(from.folder, file)),
      )
    const { side } = from
    if (side.revision === undefined) return inRevision(fallback(), undefined, [side.file])
    return [{ base: side, head: { file: relative(process.cwd(), join(repositoryRoot(), side.file)) } }]
  }
  const to = nameOf(head)
  if (from.kind === 'file' && to.kind === 'file') return [{ base: from.side, head: to.side }]
  if (from.kind === 'folder' && to.kind === 'folder') return inFolders(from.folder, to.folder)
  if (from.kind === 'revision' && to.kind === 'revision') return inRevision(from.revision, to.revision, workingFiles())
  if (from.kind === 'revision' && to.kind === 'file' && to.side.revision === undefined) {
    return inRevision(from.revision, undefined, [to.side.file])
  }
  if (from.kind === 'revision' && to.kind === 'folder') {
    return inRevision(
      from.revision,
      undefined,
      documentsIn(to.folder).map((file) => join(to.folder, file)),
    )
  }
  throw new ContractError('bad-argument', {
    what: `\`${base}\` and \`${head}\` cannot be compared: one is a ${from.kind}, the other a ${to.kind}`,
    next: 'give two files, two folders, or two revisions',
  })
}

function nameOf(text: string): Named {
  if (existsSync(text)) {
    return statSync(text).isDirectory() ? { kind: 'folder', folder: text } : { kind: 'file', side: { file: text } }
  }
  const colon = text.indexOf(':', 1)
  if (colon > 1 && !/^\w+:\/\//.test(text)) {
    const [revision, file] = [text.slice(0, colon), text.slice(colon + 1)]
    checkRevision(revision)
    return { kind: 'file', side: { revision, file: file.startsWith('./') ? inRepository(file) : file } }
  }
  if (/\.(ya?ml|json)$/.test(text) || !isRevision(text)) {
    throw new ContractError('bad-argument', {
      what: `\`${text}\` is neither a file nor a folder nor a revision of git`,
      next: 'correct the path; write a file of a revision as REVISION:PATH, such as main:specs/orders/openapi.yaml',
    })
  }
  return { kind: 'revision', revision: text }
}

function workingFiles(): string[] {
  return chooseApis([]).map(({ document }) => document)
}

function inRepository(file: string): string {
  return relative(repositoryRoot(), resolve(file)).replaceAll('\\', '/')
}

function inRevision(base: string, head: string | undefined, files: readonly string[]): Pair[] {
  return files.map((file) => {
    const path = inRepository(file)
    if (path.startsWith('..')) {
      throw new ContractError('bad-argument', {
        what: `\`${file}\` is outside the git repository`,
        next: 'give two files: contract-gate diff OLD.yaml NEW.yaml',
      })
    }
    return {
      base: { file: path, revision: base },
      head: head === undefined ? { file } : { file: path, revision: head },
    }
  })
}

/** Returns the OpenAPI documents below a folder, as paths relative to the folder. */
function documentsIn(folder: string): string[] {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() && /^openapi\.(ya?ml|json)$/.test(entry.name) && !entry.parentPath.includes('node_modules'),
    )
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .toSorted()
  if (found.length > 0) return found
  throw new ContractError('bad-argument', {
    what: `no document named openapi.yaml or openapi.json is below \`${folder}\``,
    next: 'give the path of the document instead of the folder',
  })
}

function inFolders(base: string, head: string): Pair[] {
  const [mine, theirs] = [documentsIn(base), documentsIn(head)]
  const twin = (file: string): string | undefined =>
    theirs.find((other) => other === file) ??
    theirs.find((other) => dirname(other) === dirname(file) && basename(other).startsWith('openapi.'))
  return mine.map((file) => {
    const other = twin(file)
    if (other !== undefined) return { base: { file: join(base, file) }, head: { file: join(head, other) } }
    throw new ContractError('bad-argument', {
      what: `\`${head}\` has no document \`${file}\``,
      next: 'put the document back, or compare the other documents one by one',
    })
  })
}
