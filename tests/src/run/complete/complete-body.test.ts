import { describe, expect, test } from 'vitest'
import { documentFromText } from '../../../../src/document/read-document.ts'
import type { JsonObject } from '../../../../src/json.ts'
import { listOperations } from '../../../../src/operations/list-operations.ts'
import { completeBody } from '../../../../src/run/complete/complete-body.ts'

const schema = {
  type: 'object',
  required: ['name'],
  properties: {
    name: { type: 'string' },
    ownerEmail: { type: 'string' },
    size: { type: 'string' },
    owner: { type: 'string', description: 'Required if the pet has a chip.' },
    address: { type: 'object', properties: { city: { type: 'string' } } },
  },
}
const document = {
  openapi: '3.1.0',
  info: { title: 'Pets', version: '1' },
  paths: {
    '/pets': {
      post: {
        requestBody: { content: { 'application/json': { schema } } },
        responses: { '201': { description: 'ok' } },
      },
    },
  },
}
const [operation] = listOperations(documentFromText(JSON.stringify(document), 'pets.json'))

function completed(body: JsonObject, path: string[], text: string, mayReplace = true) {
  if (operation === undefined) throw new Error('the document has no operation')
  return completeBody(operation, body, [{ path, text }], { unique: 'u1', mayReplace })?.body
}

describe('a refused body that the gate tries to complete and to send again', () => {
  test.each([
    ...[
      'force',
      'confirmDeletion',
      'deleteOld',
      'purge_all',
      'acceptTerms',
      'iAmSure',
      'withForce',
      'dryRun',
      'isAdmin',
    ],
    ...[
      'acknowledgeDataLoss',
      'skipChecks',
      'notifyAll',
      'userConfirmed',
      'replaceExisting',
      'sendEmail',
      'bestaetigt',
    ],
  ])('does not get the property `%s`, which means a destructive action or the consent to one', (name) => {
    expect(completed({ name: 'x' }, [name], `${name} is required`)).toBeUndefined()
  })

  test.each([
    ['purge_all, archive_old, noop', 'noop'],
    ['admin, member', 'member'],
    ['public, private', 'private'],
    ['terminated, running', 'running'],
    ['replace, keep', 'keep'],
    ['all, selected', 'selected'],
  ])('gets the harmless value if the refusal lists %s', (values, harmless) => {
    expect(completed({ name: 'x' }, ['kind'], `required, must be one of: ${values}`)).toEqual({
      name: 'x',
      kind: harmless,
    })
  })
  test('is not completed if every value that the refusal lists is destructive', () => {
    expect(completed({ name: 'x' }, ['kind'], 'required, must be one of: delete_everything, wipe')).toBeUndefined()
  })
  test.each([
    ['active', 'active is required, boolean', false],
    ['doNotAsk', 'doNotAsk is required', false],
    ['phone', 'phone is required', '+12025550123'],
    ['endDate', 'endDate is required', '2026-01-05'],
  ])('gets a harmless value for the property `%s`', (name, text, value) => {
    expect(completed({ name: 'x' }, [name], text)).toEqual({ name: 'x', [name]: value })
  })
  test.each(['parentId', 'account_id', 'customer'])(
    'does not get a guessed number for `%s`, which refers to an object',
    (name) => {
      expect(completed({ name: 'x' }, [name], 'required, must be an integer')).toBeUndefined()
    },
  )
  test('does not get a property whose name could be a secret token of the server', () => {
    expect(completed({ name: 'x' }, ['tok7f3a9c'], 'is required')).toBeUndefined()
  })

  test('gets a missing property, however the refusal spells its name', () => {
    expect(completed({ name: 'x' }, ['body', 'owner_email'], 'field required: a valid email')).toMatchObject({
      ownerEmail: 'somebody@example.com',
    })
  })
  test('gets a missing property that the document does not have', () => {
    expect(completed({ name: 'x' }, ['Kind'], 'The Kind field is required.')).toEqual({ name: 'x', kind: 'example' })
  })
  test('gets one of the values that the refusal lists', () => {
    const text = "must be one of 'small', 'large'"
    expect(completed({ name: 'x', size: 'y' }, ['size'], text)).toEqual({ name: 'x', size: 'small' })
  })
  test('gets a property that its description calls required in some cases; such a requirement counts as documented', () => {
    if (operation === undefined) throw new Error('the document has no operation')
    const by = { unique: 'u1', mayReplace: true }
    const demandOf = (name: string) =>
      completeBody(operation, { name: 'x' }, [{ path: [name], text: 'is required' }], by)?.demands
    expect(demandOf('owner')).toMatchObject([{ isDocumented: true, isSaid: true }])
    expect(demandOf('ownerEmail')?.[0]).not.toHaveProperty('isSaid')
  })
  test('gets a missing property inside a nested object', () => {
    const body = { name: 'x', address: {} }
    expect(completed(body, ['body', 'address', 'city'], 'required')?.['address']).toHaveProperty('city')
  })
  test('gets a new value for a property if the refusal says that the value is taken', () => {
    expect(completed({ name: 'x' }, ['name'], 'has already been taken')).toEqual({ name: 'x-u1' })
  })
  test('keeps a refused value if the case tests this value', () => {
    expect(completed({ name: 'x', size: 'y' }, ['size'], 'must be one of a, b', false)).toBeUndefined()
  })
})
