import { readFileSync, statSync } from 'node:fs'
import { relative } from 'node:path'
import { ContractError } from '../errors.ts'

/** Shortens a path for messages: relative to the working directory. */
export function shown(path: string): string {
  return relative(process.cwd(), path).replaceAll('\\', '/') || path
}

/** Reads a file. `from` is the place of the `$ref` that leads there, if one does. Throws `document-unreadable`. */
export function readText(path: string, { from, next }: { readonly from?: string; readonly next: string }): string {
  const unreadable = (what: string): ContractError =>
    new ContractError('document-unreadable', {
      what,
      where: shown(path) + (from === undefined ? '' : `, which the $ref at ${from} leads to`),
      next,
    })
  try {
    const unusual = from === undefined ? undefined : whyUnusual(path)
    if (unusual !== undefined) throw unreadable(unusual)
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof ContractError) throw error
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable'
    throw unreadable(REASONS[reason] ?? reason)
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read',
}

/** Far above the largest public document, far below what stops the process. */
const MOST_BYTES = 64 * 1024 * 1024

/** The root document may come from a pipe; a `$ref` to a device or a huge file is a mistake or an attack. */
function whyUnusual(path: string): string | undefined {
  const status = statSync(path)
  if (status.isDirectory()) return REASONS['EISDIR']
  if (!status.isFile()) return 'it is not a regular file'
  return status.size > MOST_BYTES ? `it is larger than ${MOST_BYTES / 1024 / 1024} MB` : undefined
}
