import { basename, dirname, join, relative, resolve } from 'node:path'
import type { Command } from 'commander'
import type { Document } from '../document/document.ts'
import { readDocument, type ReadOptions } from '../document/read-document.ts'
import { ContractError } from '../errors.ts'
import { readPolicy } from '../run/policy.ts'

/** The overlays of a command line: the named files in order, or false for none at all. */
export type Overlays = NonNullable<ReadOptions['overlays']>

/** Adds `--overlay` and `--no-overlay` to a command that reads documents. */
export function addOverlayOptions(command: Command): Command {
  return command
    .option(
      '--overlay <file>',
      'apply this OpenAPI Overlay too, after those beside the document that extend it; repeatable',
      (file: string, before: readonly string[] | false | undefined) => [
        ...(before === false ? [] : (before ?? [])),
        file,
      ],
    )
    .option('--no-overlay', 'read the document alone, without the overlays beside it')
}

/** What these options were given; `count` is the number of documents that the command reads. Throws `bad-argument`. */
export function overlaysOf(given: unknown, count: number): Overlays {
  if (given === false) return false
  const files = Array.isArray(given) ? given.map(String) : typeof given === 'string' ? [given] : []
  if (files.length === 0 || count === 1) return files
  throw new ContractError('bad-argument', {
    what: `--overlay is for one document, and there are ${count}`,
    next: 'name one document: --api NAME, or --spec FILE',
  })
}

/**
 * Reads a document with its overlays. Throws `overlay-missing` if the `policy.yaml` beside it names an overlay that was
 * not applied, unless overlays were turned off.
 */
export function readApiDocument(file: string, overlays: Overlays): Document {
  const document = readDocument(file, { overlays })
  if (overlays === false) return document
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
