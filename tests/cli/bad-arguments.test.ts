import { expect, test } from 'vitest'
import { inFolder } from '../support/in-folder.ts'
import { ORDERS } from '../support/orders-document.ts'
import { runMain } from '../support/run-main.ts'

const FILES = { 'a.yaml': ORDERS, 'b.yaml': ORDERS }

test.each<[string, Readonly<Record<string, string | undefined>>, readonly string[], RegExp]>([
  ['two documents', FILES, ['--spec', 'b.yaml'], /--spec is given twice/],
  ['checks that are all excluded', FILES, checks('absent_id', 'absent_id'), /no rule is left to check/],
  ['a day that does not exist', FILES, ['--now', '2026-02-30T00:00:00Z'], /an instant such as/],
  ['a configuration that is a folder', { ...FILES, 'contract.config.yaml': undefined }, [], /the file cannot be read/],
  [
    'texts of two thousand million characters',
    { 'a.yaml': withLeast(2_000_000_000) },
    [],
    /No value was found that matches the schema/,
  ],
])('the gate refuses %s with exit code 2 and sends nothing', async (_name, files, more, sentence) => {
  await inFolder(files, async () => {
    const { code, out, err } = await runMain([
      'gate',
      '--spec',
      'a.yaml',
      '-u',
      'http://127.0.0.1:9',
      '--dry-run',
      ...more,
    ])
    expect(code).toBe(2)
    expect(out + err).toMatch(sentence)
    expect(out + err).not.toContain('Internal error')
  })
})

function checks(only: string, excluded: string): string[] {
  return ['--checks', only, '--exclude-checks', excluded]
}

/** Returns a document whose only request needs a text of at least this number of characters. */
function withLeast(length: number): string {
  const schema = `{ type: object, required: [a], properties: { a: { type: string, minLength: ${length} } } }`
  return `openapi: 3.1.0
info: { title: Words, version: '1' }
paths:
  /words:
    post:
      operationId: addWord
      requestBody: { required: true, content: { application/json: { schema: ${schema} } } }
      responses: { '201': { description: ok }, '400': { description: bad } }
`
}
