import { basename } from 'node:path'
import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { makers } from '../../src/cases/makers.ts'
import { rules } from '../../src/rules/rules.ts'
import { filesBelow } from './files-below.ts'

/** Every file in a sub-folder of `src/rules` is a rule. */
function ruleFiles(): string[] {
  return filesBelow('src/rules').filter((file) => file.split('/').length === 4)
}

test('every file of a rule is in the list, under the id that its name is', () => {
  const files = ruleFiles().map((file) => basename(file, '.ts').replaceAll('-', '_'))
  expect(rules.map((rule) => rule.id).sort()).toEqual(files.sort())
})

test('every file of a maker is in the list', () => {
  expect(makers).toHaveLength(filesBelow('src/cases/makers').length)
})

test('every rule is shown a truth and a lie', () => {
  const without = ruleFiles()
    .map((file) => `tests/${file.replace(/\.ts$/, '.test.ts')}`)
    .filter((file) => !existsSync(file))
  expect(without).toEqual([])
})
