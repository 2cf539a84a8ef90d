import { readFileSync, statSync } from 'node:fs'
import { relative } from 'node:path'
import { ContractError } from '../../errors.ts'

/** Returns a path relative to the working directory, for messages. */
export function shown(path: string): string {
  return relative(process.cwd(), path).replaceAll('\\', '/') || path
}

/**
 * Reads a text file. `from` is the position of the `$ref` to this file, if there is one. `next` is advice for errors.
 * Throws `document-unreadable`.
 */
export function readText(path: string, { from, next }: { readonly from?: string; readonly next: string }): string {
  const unreadable = (what: string): ContractError =>
    new ContractError('document-unreadable', {
      what,
      where: shown(path) + (from === undefined ? '' : `, which the $ref at ${from} leads to`),
      next,
    })
  try {
    const unusual = whyUnusual(path, from === undefined)
    if (unusual !== undefined) throw unreadable(unusual)
    const bytes = readFileSync(path)
    const foreign = whyNotText(bytes)
    if (foreign !== undefined) throw unreadable(foreign)
    return bytes.toString('utf8')
  } catch (error) {
    if (error instanceof ContractError) throw error
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable'
    throw unreadable(REASONS[reason] ?? reason)
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'the file does not exist',
  EISDIR: 'this path is a folder',
  EACCES: 'permission to read the file was denied',
  ELOOP: 'the symbolic links lead in a circle',
}

/**
 * Returns why bytes are not UTF-8 text: they begin like UTF-16 or contain a null byte. Returns undefined if they are
 * UTF-8 text.
 */
function whyNotText(bytes: Buffer): string | undefined {
  const [first = 0, second = 0] = bytes
  if ([0xfffe, 0xfeff].includes(first * 256 + second)) return 'the file is written in UTF-16; save it as UTF-8'
  return bytes.includes(0) ? 'the file is not text in UTF-8' : undefined
}

/** The maximum size of a file in bytes. Public documents are smaller, and a file of this size fits into memory. */
const MOST_BYTES = 64 * 1024 * 1024

/**
 * Returns the reason why a file is not read. Returns undefined if the file can be read. A device or a huge file is a
 * mistake or an attack. Only the root document is allowed to come from a pipe.
 */
function whyUnusual(path: string, isRoot: boolean): string | undefined {
  const status = statSync(path)
  if (status.isDirectory()) return REASONS['EISDIR']
  if (isRoot && status.isFIFO()) return undefined
  if (!status.isFile()) return 'this path is not a regular file'
  return status.size > MOST_BYTES ? `the file is larger than ${MOST_BYTES / 1024 / 1024} MB` : undefined
}
