import { basename } from 'node:path'
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { makers } from '../../src/cases/makers.ts'
import { rules } from '../../src/rules/rules.ts'
import { missingParts, ruleFiles } from './rule-parts.ts'
import { filesBelow } from './files-below.ts'

test('the catalogue lists every rule, and each file is named after the id of its rule', () => {
  const files = ruleFiles('.').map((file) => basename(file, '.ts').replaceAll('-', '_'))
  expect(rules.map((rule) => rule.id).sort()).toEqual(files.sort())
})

test('every rule has the file, the list entry and the tests that CONTRIBUTING.md requires', () => {
  expect(missingParts('.')).toEqual([])
})

test('all texts of the rules differ', () => {
  const texts = rules.flatMap(({ title, why, fix, examples }) => [title, why, fix, examples.passes, examples.fails])
  expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([])
})

test('the title and the explanations of a rule appear only in the file of the rule', () => {
  const own = new Set(ruleFiles('.'))
  const others = filesBelow('src').filter((file) => !own.has(file))
  const texts = rules.flatMap(({ title, why, fix }) => [title, why, fix])
  const twice = others.filter((file) => {
    const source = readFileSync(file, 'utf8')
    return texts.some((text) => source.includes(text))
  })
  expect(twice).toEqual([])
})

test('the faults of the sandbox name only rules of the catalogue', () => {
  const [, ids = ''] = /export type RuleId =([^/]*)/.exec(readFileSync('sandbox/faults/fault.ts', 'utf8')) ?? []
  const named = [...ids.matchAll(/'(\w+)'/g)].map(([, id]) => id)
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter((id) => rules.every((rule) => rule.id !== id))).toEqual([])
})

test('the list of case makers has an entry for every file in src/cases/makers', () => {
  expect(existsSync('src/cases/makers')).toBe(true)
  expect(makers).toHaveLength(filesBelow('src/cases/makers').length)
})
