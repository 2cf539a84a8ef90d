import { readFileSync } from 'node:fs'

const fileOf = (name: string): URL => new URL(name, import.meta.url)

/** The style sheet of HTML reports and of the pages of `contract-gate docs`. */
export const STYLE = fileOf('./page/page.css')
/** The file with the functions that create HTML elements. It imports no other script. */
export const DOM_SCRIPT = fileOf('./page/dom.js')

/** The scripts of the page, in the order of their imports: an imported script comes first. */
const SCRIPTS = [DOM_SCRIPT, fileOf('./page/findings.js'), fileOf('./page/lists.js'), fileOf('./page/main.js')]

/** Reads the style sheet and the script of the page. The build copies the folder `page/` to `dist`. */
export function readPageFiles(): { readonly style: string; readonly script: string } {
  return { style: readFileSync(STYLE, 'utf8'), script: readScripts(SCRIPTS) }
}

/** Joins script files into one text. `files` must list an imported script before the script that imports it. */
export function readScripts(files: readonly URL[]): string {
  const modules = files.map((file) => withoutModuleSyntax(readFileSync(file, 'utf8')))
  return `'use strict';\n(() => {\n${modules.join('\n')}})();\n`
}

/**
 * Removes `import` and `export`, so that several modules can be joined into one script. A page that is opened from a
 * file cannot load modules. All modules must use different names.
 */
function withoutModuleSyntax(module: string): string {
  return module
    .replaceAll(/(?<=^|;)import\b[^'"]*(['"])[^'"]*\1;?\n*/gm, '')
    .replaceAll(/(?<=^|[;}])export (?=const )/gm, '')
}
