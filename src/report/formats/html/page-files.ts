import { readFileSync } from 'node:fs'

const fileOf = (name: string): URL => new URL(name, import.meta.url)

/** The style of the page. The pages of `contract-gate docs` use it too. */
export const STYLE = fileOf('./page/page.css')
/** The script with functions that make elements. It imports no other script. */
export const DOM_SCRIPT = fileOf('./page/dom.js')

/** The scripts of the page. Each script comes after all scripts that it imports. */
const SCRIPTS = [DOM_SCRIPT, fileOf('./page/findings.js'), fileOf('./page/lists.js'), fileOf('./page/main.js')]

/** Reads the style and the script of the page. The build copies the folder `page/` to `dist`. */
export function readPageFiles(): { readonly style: string; readonly script: string } {
  return { style: readFileSync(STYLE, 'utf8'), script: readScripts(SCRIPTS) }
}

/** Joins scripts into one, in which each script comes after all scripts that it imports. */
export function readScripts(files: readonly URL[]): string {
  const modules = files.map((file) => withoutModuleSyntax(readFileSync(file, 'utf8')))
  return `'use strict';\n(() => {\n${modules.join('\n')}})();\n`
}

/**
 * Removes `import` and `export`, so that the modules can be joined into one script. This is necessary because a page
 * that is opened from a file cannot load modules. No two modules may use the same name.
 */
function withoutModuleSyntax(module: string): string {
  return module.replaceAll(/^import [^']*'[^']*'\n+/gm, '').replaceAll(/^export (?=const )/gm, '')
}
