import { readFileSync } from 'node:fs'

const fileOf = (name: string): URL => new URL(name, import.meta.url)

/** The style sheet of HTML reports and of the pages of `contract-gate docs`. */
export const STYLE = fileOf('./page/page.css')
/** The file of the script with functions that create HTML elements. This script imports no other script. */
export const DOM_SCRIPT = fileOf('./page/dom.js')

/** The scripts of the page. A script is listed before the scripts that import it. */
const SCRIPTS = [DOM_SCRIPT, fileOf('./page/findings.js'), fileOf('./page/lists.js'), fileOf('./page/main.js')]

/** Reads the style sheet and the script of the page from the folder `page/`. The build copies this folder to `dist`. */
export function readPageFiles(): { readonly style: string; readonly script: string } {
  return { style: readFileSync(STYLE, 'utf8'), script: readScripts(SCRIPTS) }
}

/** Joins script files into one text. In `files`, a script must be listed before the scripts that import it. */
export function readScripts(files: readonly URL[]): string {
  const modules = files.map((file) => withoutModuleSyntax(readFileSync(file, 'utf8')))
  return `'use strict';\n(() => {\n${modules.join('\n')}})();\n`
}

/**
 * Removes `import` and `export` from a module, so that several modules can be joined into one script. This is needed
 * because a page that is opened from a file cannot load modules. The modules must not use the same names.
 */
function withoutModuleSyntax(module: string): string {
  return module
    .replaceAll(/(?<=^|;)import\b[^'"]*(['"])[^'"]*\1;?\n*/gm, '')
    .replaceAll(/(?<=^|[;}])export (?=const )/gm, '')
}
