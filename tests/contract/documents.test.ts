import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readDocument } from '../../src/document/read-document.ts'
import { listDocumentFindings } from '../../src/validation/validate-document.ts'

describe.each(['lobbie', 'aniva'])('the document of %s', (api) => {
  const file = `specs/${api}/openapi.yaml`
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n')

  test('is valid without its overlay', async () => {
    expect(await listDocumentFindings(readDocument(file, { overlays: false }))).toEqual([])
  })

  test('has `paths:` within the first 30 lines', () => {
    expect(lines.indexOf('paths:')).toBeLessThan(30)
  })

  test('has at most 16 % of its lines in x- extensions', () => {
    let extension = -1
    const under = lines.filter((line) => {
      const indent = line.search(/\S/)
      const isBelow =
        extension >= 0 && (indent < 0 || indent > extension || (indent === extension && /^ *- /.test(line)))
      if (!isBelow) extension = /^ *x-[\w-]+:/.test(line) ? indent : -1
      return extension >= 0
    })
    expect(under.length / lines.length).toBeLessThanOrEqual(0.16)
  })

  test('has an overlay that only adds values', () => {
    const plain = parse(readFileSync(file, 'utf8')) as unknown
    expect(readDocument(file).root.value).toMatchObject(withoutLists(plain) as object)
  })
})

/** Returns the value without its arrays, because an overlay may append items to arrays. */
function withoutLists(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => !Array.isArray(each))
      .map(([key, each]) => [key, withoutLists(each)]),
  )
}
