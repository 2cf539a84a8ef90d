import { dirname, resolve } from 'node:path'
import ts from 'typescript'
import type { GeneratedFile } from '../../../src/generate/generated-file.ts'

/**
 * Compiles `files` as if they were in the folder `generated`, together with the files of this folder. Returns the
 * messages of the compiler.
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
  const roots = [...virtual.keys()].filter((path) => !path.endsWith('.js'))
  const program = ts.createProgram(roots, settings, host)
  return ts
    .getPreEmitDiagnostics(program)
    .filter(({ file }) => file === undefined || virtual.has(resolve(file.fileName)))
    .map(({ file, start, messageText }) => {
      const at = file?.getLineAndCharacterOfPosition(start ?? 0)
      return `${file?.fileName.replace(`${process.cwd()}/`, '')}:${(at?.line ?? 0) + 1} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`
    })
}
