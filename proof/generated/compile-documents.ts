import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { readDocument } from '../../src/document/read-document.ts'
import { ContractError } from '../../src/errors.ts'
import { generate } from '../../src/generate/generate.ts'
import type { PublicDocument } from './public-documents.ts'

/** Strict compiler options, such as a consumer's project may have. The types of Node are not included. */
const STRICT = {
  ...{ target: 'ES2022', lib: ['ES2023', 'DOM', 'DOM.Iterable'], types: [], strict: true, noEmit: true },
  ...{ exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, skipLibCheck: false },
}

const RESOLUTIONS = [
  ['NodeNext', 'NodeNext'],
  ['ESNext', 'bundler'],
] as const

/** The layout of the generated code, and the compiler. */
export interface CompileOptions {
  readonly layout: 'package' | 'standalone'
  /** The path of the TypeScript compiler. */
  readonly compiler: string
}

/**
 * Generates the code of all documents into one project. Compiles the project twice: with the module resolution
 * `NodeNext`, and with `bundler`. Returns the compiler errors of each document. If no code can be generated for a
 * document, the result has no entry for it.
 */
export async function compileDocuments(
  documents: readonly PublicDocument[],
  { layout, compiler }: CompileOptions,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'generated-'))
  try {
    mkdirSync(join(folder, 'node_modules'))
    symlinkSync(resolve('.'), join(folder, 'node_modules/appointment-contracts'))
    writeFileSync(join(folder, 'package.json'), '{"type":"module","private":true}')
    const written: string[] = []
    for (const document of documents) if (await writeCode(document, layout, folder)) written.push(document.name)
    const errors = RESOLUTIONS.flatMap(([module, moduleResolution]) => {
      const compilerOptions = { ...STRICT, module, moduleResolution }
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*/*.ts'] }))
      const line = [resolve(compiler), '--pretty', 'false']
      const { stdout } = spawnSync(process.execPath, line, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 28 })
      return stdout.split('\n').filter((each) => /error TS/.test(each))
    })
    const [other] = errors.filter((each) => !written.some((name) => each.startsWith(`${name}/`)))
    if (other !== undefined) throw new Error(`the compiler reports an error outside the generated code: ${other}`)
    return new Map(written.map((name) => [name, errors.filter((each) => each.startsWith(`${name}/`))]))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function writeCode({ name, file }: PublicDocument, layout: CompileOptions['layout'], folder: string) {
  try {
    const document = readDocument(file)
    const runtime = 'appointment-contracts/client'
    for (const { path, text } of await generate({ name, document, layout, runtime, handlers: false })) {
      mkdirSync(dirname(join(folder, name, path)), { recursive: true })
      writeFileSync(join(folder, name, path), text)
    }
    return true
  } catch (error) {
    if (error instanceof ContractError) return false
    throw error
  }
}
