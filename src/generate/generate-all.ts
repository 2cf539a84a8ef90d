import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { generate } from './generate.ts'
import type { Api, GeneratedFile } from './generated-file.ts'

/** The folder of generated code, relative to the working directory. */
export const GENERATED = 'generated'

/** Generates all files from the documents, in the order of the APIs. */
export async function generateAll(input: { readonly apis: readonly Api[] }): Promise<GeneratedFile[]> {
  const files: GeneratedFile[] = []
  for (const api of input.apis) files.push(...(await generate(api)))
  return files
}

/**
 * A generated file that is missing, that differs from what the documents would produce now, or that belongs to no
 * document.
 */
export interface StaleFile {
  /** Path relative to the working directory. */
  readonly file: string
  readonly reason: 'missing' | 'different' | 'not generated from any document'
}

/**
 * Compares generated files with a folder, byte for byte. Returns the files that differ, are missing, or belong to no
 * document.
 */
export function staleFiles(files: readonly GeneratedFile[], directory = GENERATED): StaleFile[] {
  const kept = new Set(filesBelow(directory))
  const stale = files.flatMap((file): StaleFile[] => {
    const path = `${directory}/${file.path}`
    if (!kept.delete(file.path)) return [{ file: path, reason: 'missing' }]
    const same = readFileSync(path).equals(Buffer.from(file.text))
    return same ? [] : [{ file: path, reason: 'different' }]
  })
  const extra = [...kept].toSorted().map((path): StaleFile => ({
    file: `${directory}/${path}`,
    reason: 'not generated from any document',
  }))
  return [...stale, ...extra]
}

/**
 * Lists the files in a folder that do not begin with the header of generated files. The paths are relative to the
 * folder.
 */
export function otherFiles(directory: string): string[] {
  return filesBelow(directory).filter(
    (path) => !readFileSync(join(directory, path), 'utf8').startsWith('// Generated from '),
  )
}

function filesBelow(directory: string, below = ''): string[] {
  const at = join(directory, below)
  if (statSync(at, { throwIfNoEntry: false }) === undefined) return []
  return readdirSync(at, { withFileTypes: true }).flatMap((entry) => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    return entry.isDirectory() ? filesBelow(directory, path) : [path]
  })
}
