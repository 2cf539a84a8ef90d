import { afterEach, describe, expect, test } from 'vitest'
import { folderWith } from '../support/in-folder.ts'
import { openPets, petsDocument, type PetsServer } from '../support/pets-server.ts'
import { runGate } from '../support/run-main.ts'

let server: PetsServer | undefined
afterEach(() => server?.close())

const UPDATES = ['PUT', 'PATCH']
const NUMBER = { type: 'integer', minimum: 1 }
const CODE = { type: 'string', pattern: '^[A-Z]{2}$' }

/**
 * Runs the gate on a server that stores only pet 7. Returns the requests about other pets, in the form `PUT /pets/0`.
 */
async function requestsOf(
  schema: object,
  { exists = () => false, get, args = [] }: { exists?: (id: string) => boolean; get?: null; args?: string[] } = {},
): Promise<ReadonlySet<string>> {
  server = await openPets(({ method, path }) => {
    const id = decodeURIComponent(path.slice('/pets/'.length))
    if (id === '7' || id === 'AA' || exists(id)) return method === 'GET' ? [200, { id, name: 'Zoe' }] : [400]
    return undefined
  })
  const parameters = [{ name: 'petId', in: 'path', required: true, schema }]
  const item = { parameters, ...(get === null ? { get } : {}) }
  const folder = folderWith({ 'pets.json': petsDocument({ item }) })
  try {
    const own = schema === NUMBER ? 'petId=7' : 'petId=AA'
    await runGate(['--spec', `${folder.path}/pets.json`, '-u', server.url, '--param', own, ...args])
  } finally {
    folder.remove()
  }
  const others = server.requests.filter(({ path }) => /^\/pets\/[^/]+$/.test(path) && !/\/(?:7|AA)$/.test(path))
  return new Set(others.map(({ method, path }) => `${method} ${path}`))
}

const updatesIn = (requests: ReadonlySet<string>): string[] =>
  [...requests].filter((each) => UPDATES.includes(each.split(' ')[0] ?? ''))

describe('an id that violates its schema', () => {
  test('is sent in updates if the server refuses a GET with this id', async () => {
    const requests = await requestsOf(NUMBER)
    for (const method of UPDATES) expect(requests).toContain(`${method} /pets/0`)
  })

  test('is not sent in updates if an object has this id', async () => {
    const requests = await requestsOf(NUMBER, { exists: (id) => id === '0' })
    expect(requests).toContain('GET /pets/0')
    for (const method of UPDATES) expect(requests).not.toContain(`${method} /pets/0`)
  })

  test('with --allow-destructive, is sent in updates even if an object has this id', async () => {
    const requests = await requestsOf(NUMBER, { exists: (id) => id === '0', args: ['--allow-destructive'] })
    for (const method of UPDATES) expect(requests).toContain(`${method} /pets/0`)
  })
})

describe('a generated id', () => {
  test('is not sent in updates if an object has this id', async () => {
    const requests = await requestsOf(CODE, { exists: (id) => /^[a-z]{2}$/i.test(id) })
    expect([...requests].some((each) => /^GET \/pets\/[A-Z]{2}$/.test(each))).toBe(true)
    expect(updatesIn(requests)).toEqual([])
  })

  test('is not sent in updates if it is short and the document has no GET of the object', async () => {
    expect(updatesIn(await requestsOf(CODE, { get: null }))).toEqual([])
  })

  test('is sent in updates if it is short and no object has this id', async () => {
    const requests = await requestsOf(CODE)
    expect(updatesIn(requests).some((each) => /^PUT \/pets\/[A-Z]{2}$/.test(each))).toBe(true)
  })
})
