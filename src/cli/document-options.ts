import { basename, dirname, join, relative, resolve } from 'node:path'
import { Option, type Command } from 'commander'
import type { Document } from '../document/document.ts'
import { readDocument, type ReadOptions } from '../document/read-document.ts'
import { ContractError } from '../errors.ts'
import { readPolicy } from '../run/policy.ts'

/** The options for reading documents, after defaults were filled in. */
export type DocumentOptions = Required<Pick<ReadOptions, 'overlays' | 'allowsRefOutside' | 'formats'>>

/** The options for reading documents, as the user gave them. */
export interface GivenDocumentOptions {
  readonly overlay?: unknown
  readonly allowRefOutside?: unknown
  readonly formats?: unknown
}

/** Adds the options for reading documents to a command, such as `--overlay` and `--formats`. */
export function addDocumentOptions(command: Command): Command {
  return command
    .option(
      '--overlay <file>',
      'also apply this OpenAPI Overlay; overlays in the folder of the document are applied first; repeatable',
      (file: string, before: readonly string[] | false | undefined) => [
        ...(before === false ? [] : (before ?? [])),
        file,
      ],
    )
    .option('--no-overlay', 'read the document without the overlays in its folder')
    .option('--allow-ref-outside', 'follow a $ref to a file outside the folder of the document')
    .addOption(
      new Option('--formats <use>', 'check values by `format` (assert, the default) or ignore it (annotate)').choices([
        'assert',
        'annotate',
      ]),
    )
}

/**
 * Checks the options for reading documents and adds their defaults. `count` is the number of documents that the command
 * reads. Throws `bad-argument`.
 */
export function documentOptionsOf(given: GivenDocumentOptions, count: number): DocumentOptions {
  const { overlay } = given
  const others = {
    allowsRefOutside: given.allowRefOutside === true,
    formats: given.formats === 'annotate' ? 'annotate' : 'assert',
  } as const
  if (overlay === false) return { overlays: false, ...others }
  const overlays = Array.isArray(overlay) ? overlay.map(String) : typeof overlay === 'string' ? [overlay] : []
  if (overlays.length === 0 || count === 1) return { overlays, ...others }
  throw new ContractError('bad-argument', {
    what: `--overlay applies to one document, but ${count} were selected`,
    next: 'choose one document with --api NAME or --spec FILE',
  })
}

/**
 * Reads a document and applies its overlays. Throws `overlay-missing` if the `policy.yaml` next to the document
 * requires an overlay that was not applied, unless `--no-overlay` is given.
 */
export function readApiDocument(file: string, options: ReadOptions & DocumentOptions): Document {
  const document = readDocument(file, options)
  if (options.overlays === false) return document
  const policyFile = join(dirname(file), 'policy.yaml')
  for (const name of readPolicy(policyFile).overlays) {
    const path = resolve(dirname(policyFile), name)
    if (document.overlays.some((overlay) => overlay.path === path)) continue
    throw new ContractError('overlay-missing', {
      what: relative(process.cwd(), path),
      where: policyFile,
      next: `put the file back, with \`extends: ${basename(file)}\`, or read the document alone with --no-overlay`,
    })
  }
  return document
}
