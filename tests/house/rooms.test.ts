import { expect, test } from 'vitest'
import { listImports, MAY_IMPORT, roomOf } from './rooms.ts'

const imports = listImports()
const OPEN_TO_ALL = /^src\/(errors|json)\.ts$/

test('a folder of src imports only the folders that the table allows', () => {
  const wrong = imports.filter(({ from, to, outside }) => {
    const [room, other] = [roomOf(from), roomOf(to)]
    if (outside !== undefined || room === other || OPEN_TO_ALL.test(to)) return false
    if (room === undefined) return !from.endsWith('/index.ts') && !/^src\/(lobbie|aniva)/.test(from)
    return other === undefined || !(MAY_IMPORT[room] ?? []).includes(other)
  })
  expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([])
})

test('the table of allowed imports has exactly one row for each folder', () => {
  const rooms = new Set(imports.flatMap(({ from }) => roomOf(from) ?? []))
  expect([...rooms].sort()).toEqual(Object.keys(MAY_IMPORT).sort())
})

test('the table of allowed imports has no cycle', () => {
  const above = (room: string, seen: readonly string[]): string[] =>
    seen.includes(room)
      ? [[...seen, room].join(' → ')]
      : (MAY_IMPORT[room] ?? []).flatMap((next) => above(next, [...seen, room]))
  expect(Object.keys(MAY_IMPORT).flatMap((room) => above(room, []))).toEqual([])
})

test('imports between files form no cycle, even if imports of types count', () => {
  const graph = new Map<string, string[]>()
  for (const { from, to, outside } of imports)
    if (outside === undefined) graph.set(from, [...(graph.get(from) ?? []), to])
  const done = new Set<string>()
  const cycles: string[] = []
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' → '))
    if (path.includes(file) || done.has(file)) return
    for (const next of graph.get(file) ?? []) visit(next, [...path, file])
    done.add(file)
  }
  for (const file of graph.keys()) visit(file, [])
  expect(cycles).toEqual([])
})

test('src imports no generated code, and the sandbox imports nothing from src', () => {
  const wrong = imports.filter(
    ({ from, to }) =>
      (from.startsWith('src/') && to.startsWith('generated/')) ||
      (from.startsWith('sandbox/') && to.startsWith('src/')),
  )
  expect(wrong.filter(({ from }) => !/^src\/(lobbie|aniva)\//.test(from))).toEqual([])
})

test('openapi-typescript, openapi-fetch and Prism are each imported by one module', () => {
  const users = (name: string): string[] => [
    ...new Set(imports.filter(({ to }) => to === name || to.startsWith(`${name}/`)).map(({ from }) => from)),
  ]
  expect(users('openapi-typescript')).toHaveLength(1)
  expect(users('openapi-fetch').filter((file) => file.startsWith('src/'))).toHaveLength(1)
  expect(users('@stoplight/prism-cli').length).toBeLessThanOrEqual(1)
})
