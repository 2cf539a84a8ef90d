import { afterEach, expect, test } from 'vitest'
import { folderWith } from '../support/in-folder.ts'
import { openPets, petsDocument, type PetRequest, type PetsServer } from '../support/pets-server.ts'
import { runGate } from '../support/run-main.ts'

let server: PetsServer | undefined
afterEach(() => server?.close())

async function requestsOf(args: string[] = []): Promise<readonly PetRequest[]> {
  server = await openPets()
  const parameters = [{ name: 'petId', in: 'path', required: true, schema: { type: 'integer', minimum: 1 } }]
  const folder = folderWith({ 'pets.json': petsDocument({ item: { parameters } }) })
  try {
    await runGate(['--spec', `${folder.path}/pets.json`, '-u', server.url, '--param', 'petId=7', ...args])
  } finally {
    folder.remove()
  }
  return server.requests.filter(({ path }) => path === '/pets/0')
}

test('an id below its minimum is sent to reads, but not to updates, because an object can have this id', async () => {
  const methods = new Set((await requestsOf()).map(({ method }) => method))
  expect(methods).toContain('GET')
  for (const method of ['PUT', 'PATCH', 'DELETE']) expect(methods).not.toContain(method)
})

test('an id below its minimum is sent to updates with --allow-destructive', async () => {
  const methods = new Set((await requestsOf(['--allow-destructive'])).map(({ method }) => method))
  expect(methods).toContain('PUT')
})
