import { resolve } from 'node:path'
import ts from 'typescript'

/** The information that an editor shows about a file. It comes from the language service of TypeScript. */
export interface Editor {
  /**
   * Returns the text that an editor shows when the mouse is over the first occurrence of `mark`: the type and the
   * comment.
   */
  hover(mark: string): string
  /** Returns the names that the editor offers after the first occurrence of `mark`. */
  completions(mark: string): string[]
  /** Returns the messages of the compiler. */
  errors(): string[]
}

/** Opens a file as if it were in the folder `generated/lobbie`. `others` are further files, by path. */
export function openEditor(text: string, others: ReadonlyMap<string, string> = new Map()): Editor {
  const file = resolve('generated/lobbie/in-the-editor.ts')
  const virtual = new Map([...others, [file, text]])
  const config = ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path)).config as {
    compilerOptions: object
  }
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, process.cwd())
  const read = (path: string): string | undefined => virtual.get(path) ?? ts.sys.readFile(path)
  const service = ts.createLanguageService({
    getCompilationSettings: () => ({ ...options, noEmit: true, noUnusedLocals: false }),
    getScriptFileNames: () => [...virtual.keys()],
    getScriptVersion: () => '1',
    getScriptSnapshot: (path) => {
      const found = read(path)
      return found === undefined ? undefined : ts.ScriptSnapshot.fromString(found)
    },
    getCurrentDirectory: () => process.cwd(),
    getDefaultLibFileName: (settings) => ts.getDefaultLibFilePath(settings),
    fileExists: (path) => virtual.has(path) || ts.sys.fileExists(path),
    readFile: read,
    directoryExists: (path) => ts.sys.directoryExists(path),
  })
  const at = (mark: string): number => {
    const found = text.indexOf(mark)
    if (found === -1) throw new Error(`the file does not contain ${mark}`)
    return found
  }
  return {
    hover(mark) {
      const info = service.getQuickInfoAtPosition(file, at(mark))
      return [info?.displayParts, info?.documentation]
        .map((parts) => ts.displayPartsToString(parts))
        .join('\n')
        .trim()
    },
    completions(mark) {
      const found = service.getCompletionsAtPosition(file, at(mark) + mark.length, {})
      return (found?.entries ?? []).map(({ name }) => name)
    },
    errors: () =>
      service.getSemanticDiagnostics(file).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
  }
}
