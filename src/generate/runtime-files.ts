import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { bundle } from './emitters/bundle.ts'
import type { GeneratedFile } from './generated-file.ts'

const PACKED = 'runtime-sources.json.br'
const HEADER =
  '// Generated from the run time of contract-gate by `contract-gate generate --standalone`. Do not edit.\n'

/** The folders in `src` whose modules are copied for generated code with the layout `standalone`. */
const FOLDERS = ['client', 'generate/parts']
/** The modules in the folders `client` and `generate/parts` that are not copied. */
const LEFT_OUT = new Set(['index', 'openapi-fetch'])

/**
 * Copies the modules that generated code with the layout `standalone` needs into the folder `runtime`. The copied
 * modules import no package.
 */
export async function runtimeFiles(withHandlers: boolean): Promise<GeneratedFile[]> {
  const sources = isBuilt() ? packedSources() : await readRuntimeSources(new URL('../', import.meta.url))
  return Object.entries(sources)
    .filter(([name]) => withHandlers || name !== 'handlers')
    .map(([name, text]) => ({ path: `runtime/${name}.ts`, text: HEADER + text }))
}

/** Returns the source text of a module that is copied, such as `generate/parts/mismatch`. */
export function packagedSource(module: string): string {
  if (isBuilt()) return packedSources()[basename(module)] ?? ''
  return readFileSync(new URL(`../${module}.ts`, import.meta.url), 'utf8')
}

function isBuilt(): boolean {
  return !import.meta.url.endsWith('.ts')
}

/**
 * The published package has no TypeScript sources, so the build writes the sources of the copied modules into one file.
 */
function packedSources(): Record<string, string> {
  return JSON.parse(String(brotliDecompressSync(readFileSync(new URL(PACKED, import.meta.url))))) as Record<
    string,
    string
  >
}

/**
 * Returns the source text of each copied module by the name of the module. `root` is the URL of `src`, with a slash at
 * its end.
 */
export async function readRuntimeSources(root: URL): Promise<Record<string, string>> {
  const modules = FOLDERS.flatMap((folder) => {
    const url = new URL(`${folder}/`, root)
    return readdirSync(url, { encoding: 'utf8', recursive: true })
      .filter((file) => file.endsWith('.ts') && !LEFT_OUT.has(basename(file, '.ts')))
      .map((file): [string, string] => [basename(file, '.ts'), inOneFolder(readFileSync(new URL(file, url), 'utf8'))])
  })
  // The format modules also generate example values. Bundling removes that code, because the validators do not use it.
  const formats = `// @ts-nocheck: only the generated validators call these functions.\n${await bundle("export * from 'validator-formats'")}`
  return Object.fromEntries([...modules, ['formats', formats]])
}

function inOneFolder(text: string): string {
  return text
    .replaceAll(/'\.{1,2}\/openapi-fetch\.ts'/g, "'./join-request.ts'")
    .replaceAll(/(?<= from ')\.{1,2}\/(?:.*\/)?([\w-]+)\.ts(?=')/g, './$1.js')
}
