import { dirname, resolve } from 'node:path'
import ts from 'typescript'
import type { GeneratedFile } from '../../../src/generate/generated-file.ts'

/**
 * Caches the syntax trees of files on disk, most of which belong to libraries. A key has compiler settings and a path.
 */
const parsedFiles = new Map<string, ts.SourceFile | undefined>()

/**
 * Compiles `files` as if they were in the folder `generated`. They can import the files that this folder really
 * contains. Returns the messages of the compiler.
 */
export function compile(files: readonly GeneratedFile[], options: ts.CompilerOptions = {}): string[] {
  const config = ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path)).config as {
    compilerOptions: object
  }
  const parsed = ts.convertCompilerOptionsFromJson(config.compilerOptions, process.cwd())
  const virtual = new Map(files.map((file) => [resolve('generated', file.path), file.text]))
  const settings = { ...parsed.options, ...options, noEmit: true }
  const host = ts.createCompilerHost(settings)
  const folders = new Set([...virtual.keys()].map((path) => dirname(path)))
  host.directoryExists = (path) => folders.has(path) || ts.sys.directoryExists(path)
  host.fileExists = (path) => virtual.has(path) || ts.sys.fileExists(path)
  host.readFile = (path) => virtual.get(path) ?? ts.sys.readFile(path)
  const { getSourceFile } = host
  host.getSourceFile = (path, languageVersion, ...rest) => {
    if (virtual.has(path)) return getSourceFile(path, languageVersion, ...rest)
    const key = `${JSON.stringify([languageVersion, settings])} ${path}`
    if (!parsedFiles.has(key)) parsedFiles.set(key, getSourceFile(path, languageVersion, ...rest))
    return parsedFiles.get(key)
  }
  const roots = [...virtual.keys()].filter((path) => !path.endsWith('.js'))
  const program = ts.createProgram(roots, settings, host)
  const compiled = program.getSourceFiles().filter(({ fileName }) => virtual.has(resolve(fileName)))
  return ts
    .sortAndDeduplicateDiagnostics(compiled.flatMap((file) => ts.getPreEmitDiagnostics(program, file)))
    .map(({ file, start, messageText }) => {
      const at = file?.getLineAndCharacterOfPosition(start ?? 0)
      return `${file?.fileName.replace(`${process.cwd()}/`, '')}:${(at?.line ?? 0) + 1} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`
    })
}
