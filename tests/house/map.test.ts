import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { MAY_IMPORT } from './rooms.ts'

const map = readFileSync('ARCHITECTURE.md', 'utf8')

test('every path that ARCHITECTURE.md names exists', () => {
  const paths = [
    ...map.matchAll(/`((?:src|sandbox|proof|specs|generated|tests|scripts|decisions|\.ci)\/[\w./<>*-]*)`/g),
  ].map((match) => match[1] ?? '')
  expect(paths.length).toBeGreaterThan(10)
  expect(paths.filter((path) => !/[<>*]/.test(path) && !existsSync(path))).toEqual([])
})

test('the table of allowed imports in ARCHITECTURE.md equals the table that the tests use', () => {
  const rows = [...map.matchAll(/^\| `(\w+)` +\| (.*?) +\|/gm)].map(([, room = '', list = '']) => [
    room,
    [...list.matchAll(/\b[a-z]+\b/g)].map(([name]) => name).filter((name) => name !== 'nothing'),
  ])
  expect(Object.fromEntries(rows)).toEqual(MAY_IMPORT)
})

test('ARCHITECTURE.md has at most eighty lines', () => {
  expect(map.trimEnd().split('\n').length).toBeLessThanOrEqual(80)
})
