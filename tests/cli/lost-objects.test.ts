import { afterEach, describe, expect, test } from 'vitest'
import { folderWith } from '../support/in-folder.ts'
import {
  OLD_PETS,
  openPets,
  petsDocument,
  type PetAnswer,
  type PetRequest,
  type PetState,
  type PetsServer,
} from '../support/pets-server.ts'
import { findingsOf, runGate } from '../support/run-main.ts'

let server: PetsServer | undefined
afterEach(() => server?.close())

async function gateOn(change: (request: PetRequest, state: PetState) => PetAnswer | undefined) {
  server = await openPets(change)
  const folder = folderWith({ 'pets.json': petsDocument() })
  try {
    const { code, report } = await runGate(['--spec', `${folder.path}/pets.json`, '-u', server.url])
    const [run] = report.runs
    const steps = run?.cases.filter(({ path }) => path.includes('/journey/'))
    return {
      code,
      findings: findingsOf(report).map((each) => each.split('/')[0]),
      steps: steps?.map(({ path, status }) => `${path.split('/').at(-1)} ${status}`),
      values: run?.values,
    }
  } finally {
    folder.remove()
  }
}

const idOf = ({ path }: PetRequest) => decodeURIComponent(path.split('/')[2] ?? '')
const sends = ({ body }: PetRequest, name: string) => typeof body === 'object' && body !== null && name in body

describe('an object that is lost when a request updates it', () => {
  /** Deletes the stored pet after a PATCH of its age, and returns the response to this PATCH. */
  const lose = (request: PetRequest, state: PetState): PetAnswer | undefined => {
    if (request.method !== 'PATCH' || !sends(request, 'age')) return undefined
    const answer = state.answer(request)
    if (answer[0] === 200) state.pets.delete(idOf(request))
    return answer
  }

  test('is reported as an error, and later cases use a new object', async () => {
    const { code, findings, steps } = await gateOn(lose)
    expect(findings).toEqual(['update_then_read error changePet'])
    expect(steps).toEqual(expect.arrayContaining(['delete 204', 'read-deleted 404']))
    expect(code).toBe(1)
  })

  test('is not counted as removed, because it may still exist under another path', async () => {
    const { values } = await gateOn(lose)
    expect(values?.[0]).toMatch(
      /^petId of .* made; \d+ of \d+ objects of the run were not found at their paths any more and may remain on the server, \d+ were removed$/,
    )
    expect([...(server?.pets.values() ?? [])]).toEqual(OLD_PETS)
  })

  test('causes no finding if only the first read after the update does not find it', async () => {
    const missing = new Set<string>()
    const { code, findings, values } = await gateOn((request, state) => {
      if (request.method === 'PATCH' && state.answer(request)[0] === 200) missing.add(idOf(request))
      return request.method === 'GET' && missing.delete(idOf(request)) ? [404, { error: 'no such pet' }] : undefined
    })
    expect(findings).toEqual([])
    expect(values?.[0]).toMatch(/removed all \d+ objects of the run$/)
    expect(code).toBe(0)
  })

  test('is not counted as removed if the server answers 204 to every DELETE', async () => {
    const { values } = await gateOn((request, state) => {
      const isGone = request.method === 'DELETE' && !state.pets.has(idOf(request))
      return isGone ? [204] : lose(request, state)
    })
    expect(values?.[0]).toMatch(/\d+ of \d+ objects of the run were not found at their paths any more/)
  })
})

test('an update that gives an object a new id, which the response names, causes no error', async () => {
  let next = 100
  const { code, findings } = await gateOn((request, { pets, answer }) => {
    if (request.method !== 'PUT' && request.method !== 'PATCH') return undefined
    const [status, body] = answer(request)
    const pet = pets.get(idOf(request))
    if (status !== 200 || pet === undefined || idOf(request).startsWith('old')) return undefined
    const moved = { ...(body as typeof pet), id: `new-${next++}` }
    pets.delete(idOf(request))
    pets.set(moved.id, moved)
    return [200, moved]
  })
  expect(findings).toEqual([])
  expect(code).not.toBe(1)
})
