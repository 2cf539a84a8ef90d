import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'
import type { GeneratedFile } from '../../src/generate/generated-file.ts'

/** The exports of the generated module `index.ts`. */
export type GeneratedModule = Readonly<Record<string, unknown>>

/**
 * Bundles the generated files of an API with the client runtime of this repository, and imports the bundle. Types are
 * removed without being checked.
 */
export async function loadClient(name: string, files: readonly GeneratedFile[]): Promise<GeneratedModule> {
  const texts = new Map(files.map(({ path, text }) => [resolve('generated', path), text]))
  const folder = mkdtempSync(join(tmpdir(), 'generated-'))
  try {
    const bundle = await rolldown({
      input: resolve('generated', name, 'index.ts'),
      platform: 'node',
      logLevel: 'silent',
      plugins: [
        {
          name: 'generated-files',
          resolveId(id, importer) {
            const path = resolve(importer === undefined ? '.' : dirname(importer), id)
            return texts.has(path) ? path : undefined
          },
          load: (id) => texts.get(id),
        },
      ],
    })
    const file = join(folder, 'client.mjs')
    await bundle.write({ file, format: 'esm', codeSplitting: false })
    await bundle.close()
    return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as GeneratedModule
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
