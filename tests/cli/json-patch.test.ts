import { afterEach, describe, expect, test } from 'vitest'
import { folderWith } from '../support/in-folder.ts'
import { openPets, petsDocument, type Pet, type PetsServer } from '../support/pets-server.ts'
import { findingsOf, runGate } from '../support/run-main.ts'

const json = { content: { 'application/json': { schema: { type: 'object' } } } }
const DOCUMENT = petsDocument({
  item: {
    patch: {
      operationId: 'patchPet',
      requestBody: { content: { 'application/json-patch+json': { schema: { type: 'array' } } } },
      responses: {
        '200': { description: 'ok', ...json },
        '400': { description: 'no', ...json },
        '404': { description: 'no', ...json },
      },
    },
    put: null,
  },
})

let server: PetsServer | undefined
afterEach(() => server?.close())

/** Runs the gate on a server of pets that applies JSON Patches with `apply`. */
async function gateOn(apply: (pet: Pet, name: string) => Pet) {
  server = await openPets(({ method, path, body }, { pets }) => {
    if (method !== 'PATCH') return undefined
    const pet = pets.get(path.split('/')[2] ?? '')
    if (pet === undefined) return [404, { error: 'no such pet' }]
    const [first] = Array.isArray(body) ? (body as { op?: string; path?: string; value?: unknown }[]) : []
    if (first?.op !== 'replace' || first.path !== '/name' || typeof first.value !== 'string')
      return [400, { error: 'no' }]
    pets.set(pet.id, apply(pet, first.value))
    return [200, { ...pet, name: first.value }]
  })
  const folder = folderWith({ 'pets.json': DOCUMENT })
  try {
    const { report } = await runGate(['--spec', `${folder.path}/pets.json`, '-u', server.url])
    const steps = report.runs[0]?.cases.filter(({ path }) => path.endsWith('/json-patch'))
    return {
      findings: findingsOf(report).map((each) => each.split('/')[0]),
      steps: steps?.map(({ status }) => status),
    }
  } finally {
    folder.remove()
  }
}

describe('a JSON Patch of an object that the gate created', () => {
  test('passes if a read shows the new value', async () => {
    expect(await gateOn((pet, name) => ({ ...pet, name }))).toEqual({ findings: [], steps: [200] })
  })
  test('is reported if a read still shows the old value', async () => {
    expect((await gateOn((pet) => pet)).findings).toEqual(['json_patch_applied error patchPet'])
  })
})
