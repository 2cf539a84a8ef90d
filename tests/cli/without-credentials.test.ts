import { afterEach, expect, test } from 'vitest'
import { folderWith } from '../support/in-folder.ts'
import { openPets, petsDocument, type PetAnswer, type PetRequest, type PetsServer } from '../support/pets-server.ts'
import { findingsOf, runGate } from '../support/run-main.ts'

let server: PetsServer | undefined
afterEach(() => server?.close())

/** Runs the gate without credentials on a server of pets. */
async function gateOn(isSecured: boolean, change: (request: PetRequest) => PetAnswer | undefined = () => undefined) {
  server = await openPets(change)
  const folder = folderWith({ 'pets.json': petsDocument({ isSecured }) })
  try {
    const { code, report } = await runGate(['--spec', `${folder.path}/pets.json`, '-u', server.url])
    const anonymous = report.runs[0]?.cases.filter(({ path }) => path.endsWith('/credentials/anonymous'))
    return {
      code,
      findings: findingsOf(report).map((each) => each.split('/')[0]),
      anonymous: anonymous?.map(({ operation }) => operation),
    }
  } finally {
    folder.remove()
  }
}

test('the gate reports a read that the server accepts without credentials if the document requires credentials', async () => {
  const { code, findings, anonymous } = await gateOn(true)
  expect(anonymous).toEqual(['listPets', 'getPet'])
  expect(findings).toEqual(['ignored_auth error listPets', 'ignored_auth error getPet'])
  expect(code).toBe(1)
})

test.each([401, 403])('a server that answers %s to requests without credentials gets no finding', async (status) => {
  const { code, findings } = await gateOn(true, () => [
    status,
    { error: 'who are you?' },
    { 'www-authenticate': 'Bearer' },
  ])
  expect(findings.filter((each) => !each?.includes(' drift '))).toEqual([])
  expect(code).toBe(2)
})

test('a document without security schemes gets no request about missing credentials', async () => {
  expect(await gateOn(false)).toEqual({ code: 0, findings: [], anonymous: [] })
})
