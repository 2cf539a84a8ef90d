import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { filesBelow } from './files-below.ts'

/** The names of the shipped APIs, and typical words of these APIs. */
const NAMES = /(?<![a-z])(lobbie|aniva|appointments?|patients?|health)(?![a-z])/i

/** Returns the code of a file without its comments. */
function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
}

test('the engine does not name a shipped API or its fields', () => {
  const named = filesBelow('src')
    .filter((file) => /\.(ts|js|css|json)$/.test(file))
    .flatMap((file) => {
      const [name] = NAMES.exec(withoutComments(readFileSync(file, 'utf8'))) ?? []
      return name === undefined ? [] : [`${file}: ${name}`]
    })
  expect(named).toEqual([])
})
