import { describe, expect, test } from 'vitest'
import { destructiveReason } from '../../../../src/cases/destructive/destructive-reason.ts'
import { readLabelledOperations, type LabelledOperation } from '../../../destructive/labelled-operations.ts'

type Described = Partial<LabelledOperation> & { readonly description?: string }

const reasonOf = ({ method, path, operationId, summary = '', description = '' }: Described): string | undefined =>
  destructiveReason({
    method: method ?? 'POST',
    path: path ?? '/',
    id: operationId ?? `${(method ?? 'POST').toLowerCase()} ${path ?? '/'}`,
    summary,
    description,
  })

describe('the table of words that mark an operation as destructive', () => {
  const { corpus, tuning, 'held-out': heldOut } = readLabelledOperations()

  test.each<[string, readonly LabelledOperation[]]>([
    ['the corpus', Object.values(corpus).flat()],
    ['the operations that were known when the table was written', tuning],
    ['operations that were unknown when the table was written', heldOut],
  ])(
    'finds at least 98 % of the destructive operations in %s; at least 80 % of the operations that it finds are destructive',
    (_, rows) => {
      const destructive = rows.filter((row) => row.destructive)
      const found = rows.filter((row) => reasonOf(row) !== undefined)
      const right = found.filter((row) => row.destructive)
      expect(right.length / destructive.length).toBeGreaterThanOrEqual(0.98)
      expect(right.length / found.length).toBeGreaterThanOrEqual(0.8)
    },
  )
})

const OTHERS = 'the description says that other objects are removed or overwritten'

describe('the reason why an operation is destructive', () => {
  test.each<[Described, string]>([
    [{ method: 'DELETE', path: '/pets/{id}' }, 'the method is DELETE'],
    [{ method: 'PURGE', path: '/cache' }, 'the method is PURGE, whose effect on other objects is not known'],
    [{ path: '/tools/bulk-delete' }, 'the path contains `/bulk-delete`, which deletes'],
    [{ path: '/orders/{id}/cancellation' }, 'the path contains `/cancellation`, which cannot be taken back'],
    [{ path: '/rpc', operationId: 'purgeQueue' }, 'the operation id is `purgeQueue`, which deletes'],
    [{ path: '/items', summary: 'Archives all items' }, 'the summary says "archives", which archives or hides'],
    [{ method: 'PATCH', path: '/pets' }, 'PATCH on `/pets` updates a whole collection'],
    [{ method: 'PUT', path: '/pets/', operationId: 'updatePets' }, 'PUT on `/pets` updates a whole collection'],
    [{ path: '/devices/{id}/reboot/' }, 'the path contains `/reboot`, which disables or stops'],
    [
      { method: 'PATCH', path: '/items', operationId: 'updateAll' },
      'the operation updates many objects in one request',
    ],
    [{ method: 'PUT', path: '/settings' }, 'PUT on `/settings` changes settings of the server'],
    [{ path: '/members/{id}/expel' }, 'the path contains `/expel`, which deletes'],
    [{ path: '/devices/{id}/unpair' }, 'the path contains `/unpair`, which deletes'],
    [{ path: '/disk/format' }, 'the path contains `/format`, which deletes'],
    [{ path: '/maintenance/on' }, 'the path contains `/on`, which switches a mode'],
    [{ path: '/delete/users/{id}' }, 'the path contains `/delete`'],
    [{ path: '/events/clear/all' }, 'the path contains `/clear`'],
    [{ method: 'GET', path: '/remove/pins/{id}' }, 'the path contains `/remove`'],
    [{ method: 'GET', path: '/logout' }, 'the path contains `/logout`'],
    [{ method: 'GET', path: '/cache/clear' }, 'the path contains `/clear`'],
    [
      { method: 'GET', path: '/logs', operationId: 'logs', summary: 'Purge old logs' },
      'the summary begins with "purge"',
    ],
    [{ path: '/contacts', description: 'All existing contacts are overwritten by the file.' }, OTHERS],
    [
      { path: '/contacts/load', summary: 'Load', description: 'Removes the whole contact list, then reads the file.' },
      OTHERS,
    ],
    [
      { path: '/contacts/load', summary: 'Load', description: 'Contacts that are not in the file are removed.' },
      OTHERS,
    ],
    [{ path: '/load', summary: 'Replaces the entire price table' }, OTHERS],
    [{ path: '/load', operationId: 'replacePrices' }, 'the operation replaces many objects in one request'],
    [{ path: '/prices/sync' }, 'the operation replaces many objects in one request'],
    [{ path: '/load', description: 'Deletes the prices of the list.' }, 'the summary says "deletes", which deletes'],
  ])('of %o is: %s', (operation, reason) => {
    expect(reasonOf(operation)).toBe(reason)
  })

  test.each<Described>([
    { path: '/archives', operationId: 'createArchive', summary: 'Create an archive' },
    { method: 'PATCH', path: '/me' },
    { method: 'PUT', path: '/pets', operationId: 'updatePet', summary: 'Update an existing pet' },
    { method: 'GET', path: '/blocks/latest', operationId: 'getLatestBlock' },
    { path: '/code/format', operationId: 'formatCode' },
    { path: '/archive/items', operationId: 'addItem' },
    { method: 'GET', path: '/cancel/reasons', summary: 'List the reasons' },
    { path: '/reset-templates/{id}', operationId: 'renameResetTemplate' },
    { method: 'PUT', path: '/me/address', description: 'Replaces all properties of the address.' },
    {
      method: 'PUT',
      path: '/me/address',
      description: 'Replaces the entire address. Existing fields are overwritten.',
    },
    { path: '/pets', summary: 'Add a pet', description: 'Existing pets are not changed. Lists all pets afterwards.' },
    { path: '/search', description: 'Searches all users. The result has no users that were removed.' },
    { path: '/cards/{id}/replace', operationId: 'replaceCard' },
    { path: '/calendar/sync', operationId: 'syncCalendar' },
  ])('is undefined for the harmless operation %o', (operation) => {
    expect(reasonOf(operation)).toBeUndefined()
  })

  test('is undefined for a PATCH of a collection whose required query parameter selects one object', () => {
    const parameters = [{ name: 'petId', in: 'query', required: true }] as never
    const operation = { method: 'PATCH', path: '/pets', id: 'patch /pets', summary: '' }
    expect(destructiveReason({ ...operation, parameters })).toBeUndefined()
  })
})
