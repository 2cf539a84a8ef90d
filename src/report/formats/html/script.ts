import { DOM } from './script/dom.ts'
import { FINDINGS } from './script/findings.ts'
import { LISTS } from './script/lists.ts'
import { MAIN } from './script/main.ts'

/**
 * The page’s script. It makes elements and sets text, never HTML, so no text of a report can become markup. It is text
 * here because it runs in a browser, whose types this project does not have; tests run it in one.
 */
export const SCRIPT: string = `'use strict';\n(() => {\n${[DOM, FINDINGS, LISTS, MAIN].join('\n')}})();\n`
