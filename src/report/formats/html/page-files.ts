import { readFileSync } from 'node:fs'

/** The scripts of the page, each after those that it imports. */
const SCRIPTS = ['./page/dom.js', './page/findings.js', './page/lists.js', './page/main.js']

/** The style and the script of the page. The build copies `page/` to `dist`. */
export function readPageFiles(): { readonly style: string; readonly script: string } {
  const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')
  const modules = SCRIPTS.map((name) => withoutModuleSyntax(read(name)))
  return { style: read('./page/page.css'), script: `'use strict';\n(() => {\n${modules.join('\n')}})();\n` }
}

/** The modules become one script: their names do not clash, and a page has no address to import from. */
function withoutModuleSyntax(module: string): string {
  return module.replaceAll(/^import [^']*'[^']*'\n+/gm, '').replaceAll(/^export (?=const )/gm, '')
}
