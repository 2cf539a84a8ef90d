import { expect, test } from 'vitest'
import { unownedTarget } from '../../../../src/cases/destructive/unowned-target.ts'
import { documentFromText } from '../../../../src/document/read-document.ts'
import { listOperations } from '../../../../src/operations/list-operations.ts'

/**
 * Returns the reason why the gate does not send an operation: the operation can change an object that the gate did not
 * create. Returns undefined if the gate sends the operation. `schema` is the schema of the path parameter `id`.
 */
function reasonOf(method: string, path: string, schema: object = { type: 'string' }, given = {}) {
  const parameters = path.includes('{id}') ? [{ name: 'id', in: 'path', required: true, schema }] : []
  const item = { [method]: { parameters, responses: { '200': { description: 'ok' } } } }
  const document = { openapi: '3.1.0', info: { title: 'A', version: '1' }, paths: { [path]: item } }
  const [operation] = listOperations(documentFromText(JSON.stringify(document), 'a.json'))
  if (operation === undefined) throw new Error('no operation')
  return unownedTarget(operation, given)
}

const LISTED = { enum: ['mail', 'sms'] }

test.each<[string, string, object?]>([
  ['patch', '/me'],
  ['put', '/users/me/profile'],
  ['patch', '/account'],
  ['put', '/channels/{id}', LISTED],
  ['patch', '/channels/{id}/text', LISTED],
])('%s %s is not sent: it changes an object that the gate did not create', (method, path, schema) => {
  expect(reasonOf(method, path, schema)).toContain('changes')
})

test.each<[string, string, object?, object?]>([
  ['get', '/me'],
  ['post', '/me/pets'],
  ['put', '/pets/{id}'],
  ['patch', '/me/pets/{id}'],
  ['put', '/channels/{id}', LISTED, { id: 'mail' }],
  ['patch', '/channels/{id}', { ...LISTED, example: 'mail' }],
])('%s %s may be sent: the gate created the object, or the user chose it', (method, path, schema, given) => {
  expect(reasonOf(method, path, schema, given)).toBeUndefined()
})
