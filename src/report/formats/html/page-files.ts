import { readFileSync } from 'node:fs'

/** The scripts of the page, in an order in which each follows those that it imports. */
const SCRIPTS = ['./page/dom.js', './page/findings.js', './page/lists.js', './page/main.js']

/** Reads the style and the script of the page. The build copies `page/` to `dist`. */
export function readPageFiles(): { readonly style: string; readonly script: string } {
  const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')
  const modules = SCRIPTS.map((name) => withoutModuleSyntax(read(name)))
  return { style: read('./page/page.css'), script: `'use strict';\n(() => {\n${modules.join('\n')}})();\n` }
}

/**
 * Removes `import` and `export`, because the modules become one script: a page opened from a file cannot load modules.
 * Their names do not clash.
 */
function withoutModuleSyntax(module: string): string {
  return module.replaceAll(/^import [^']*'[^']*'\n+/gm, '').replaceAll(/^export (?=const )/gm, '')
}
