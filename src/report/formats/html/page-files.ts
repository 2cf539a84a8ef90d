import { readFileSync } from 'node:fs'

/** The scripts of the page. Each script comes after all scripts that it imports. */
const SCRIPTS = ['./page/dom.js', './page/findings.js', './page/lists.js', './page/main.js']

/** Reads the style and the script of the page. The build copies the folder `page/` to `dist`. */
export function readPageFiles(): { readonly style: string; readonly script: string } {
  const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')
  const modules = SCRIPTS.map((name) => withoutModuleSyntax(read(name)))
  return { style: read('./page/page.css'), script: `'use strict';\n(() => {\n${modules.join('\n')}})();\n` }
}

/**
 * Removes `import` and `export`, so that the modules can be joined into one script. This is necessary because a page
 * that is opened from a file cannot load modules. No two modules may use the same name.
 */
function withoutModuleSyntax(module: string): string {
  return module.replaceAll(/^import [^']*'[^']*'\n+/gm, '').replaceAll(/^export (?=const )/gm, '')
}
