import { createRequire } from 'node:module'
import { afterEach, expect, test } from 'vitest'
import { listenHttp } from '../src/exchanges/servers.ts'
import { runGate } from '../support/run-main.ts'

const PETSTORE = createRequire(import.meta.url).resolve('@readme/oas-examples/3.0/json/petstore.json')
const EXAMPLE = ['--overlay', 'tests/examples/petstore.overlay.yaml', '--setup', 'tests/examples/petstore.setup.mjs']

const STATUSES = ['available', 'pending', 'sold'] as const
const PETS = STATUSES.map((status, index) => ({ id: index + 1, name: `pet ${index + 1}`, photoUrls: [], status }))

let close: () => unknown = () => undefined
afterEach(() => close())

/** Starts a server that searches for pets by status. If `isFaulty`, the search ignores the status and returns every pet. */
async function petstore(isFaulty: boolean): Promise<string> {
  const server = await listenHttp((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    const answer = (status: number, body?: object): void =>
      void response.writeHead(status, { 'content-type': 'application/json', allow: 'GET' }).end(JSON.stringify(body))
    const asked = url.searchParams.getAll('status')
    const known = (text: string): boolean => STATUSES.some((status) => status === text)
    if (request.method !== 'GET') answer(405, {})
    else if (request.headers.authorization !== 'Bearer token') answer(401)
    else if (asked.length === 0 || !asked.every(known)) answer(400)
    else answer(200, isFaulty ? PETS : PETS.filter(({ status }) => asked.includes(status)))
  })
  close = () => server.close()
  return server.url
}

async function run(isFaulty: boolean, more: readonly string[]) {
  const url = await petstore(isFaulty)
  const only = ['--operation', 'findPetsByStatus', '-H', 'Authorization: Bearer token']
  return runGate(['--spec', PETSTORE, '-u', url, ...only, ...more])
}

test('without an overlay that describes the filter, the gate does not report a search that returns every pet', async () => {
  const { report } = await run(true, [])
  expect(report.runs.flatMap(({ findings }) => findings)).toEqual([])
})

test('with an overlay that describes the filter, the gate reports a search that returns every pet, and names the line of the overlay', async () => {
  const { code, report } = await run(true, EXAMPLE)
  expect(code).toBe(1)
  const [run1] = report.runs
  expect(run1?.findings[0]).toMatchObject({
    rule: 'invariant',
    definedAt: { file: 'tests/examples/petstore.overlay.yaml', line: 39 },
  })
  expect(run1?.document.overlays?.[0]).toMatchObject({
    file: 'tests/examples/petstore.overlay.yaml',
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
})

test('with an overlay that describes the filter, the gate reports nothing for a correct server', async () => {
  const { report } = await run(false, EXAMPLE)
  expect(report.runs.flatMap(({ findings }) => findings)).toEqual([])
  const invariants = report.runs[0]?.clauses.filter(({ id }) => id.includes('x-invariants')) ?? []
  expect(invariants.map(({ state }) => state)).toEqual(['passed', 'passed'])
})
