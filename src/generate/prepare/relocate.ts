import { basename } from 'node:path'
import { headerFor, type Api, type GeneratedFile } from '../generated-file.ts'
import { runtimeFiles } from '../runtime-files.ts'

/**
 * Changes the imports of generated code for use in another repository. The imports then name the installed package or,
 * with the layout `standalone`, copied files in the folder `runtime`.
 */
export async function relocate(files: readonly GeneratedFile[], api: Api): Promise<GeneratedFile[]> {
  const standalone = api.layout === 'standalone'
  const header = headerFor(api)
  const ownHeader = `// Generated from ${basename(api.document.file)} by \`contract-gate generate\`. Do not edit.\n`
  const moved = files.map(({ path, text }) => ({
    path: path.slice(api.name.length + 1),
    text: text
      .replace(header, ownHeader)
      .replaceAll(/(?<=^(?:import|export|\}).* from ')([^']+)(?='$)/gm, (specifier: string) =>
        standalone ? standaloneImport(specifier) : packageImport(specifier, api.runtime ?? ''),
      ),
  }))
  const withHandlers = moved.some(({ path }) => path === 'handlers.ts')
  return standalone ? [...moved, ...(await runtimeFiles(withHandlers))] : moved
}

function packageImport(specifier: string, runtime: string): string {
  if (specifier.endsWith('/src/client/handlers.ts')) return `${runtime}/handlers`
  if (specifier.includes('/src/client/')) return runtime
  if (specifier === 'validator-parts' || specifier === 'validator-formats') return `${runtime}/validators`
  return specifier.replace(/^(\.\/.*)\.ts$/, '$1.js')
}

function standaloneImport(specifier: string): string {
  if (specifier === 'validator-parts') return './runtime/mismatch.js'
  if (specifier === 'validator-formats') return './runtime/formats.js'
  return specifier.replace(/^.*\/src\/client\/(?:.*\/)?/, './runtime/').replace(/^(\.\/.*)\.ts$/, '$1.js')
}
