import { afterEach, describe, expect, test } from 'vitest'
import { listenAltered, type Alter } from '../support/altered-sandbox.ts'
import { folderWith } from '../support/in-folder.ts'
import { openPets, petsDocument } from '../support/pets-server.ts'
import { runGate } from '../support/run-main.ts'

const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const each of undo.splice(0).toReversed()) await each()
})

/**
 * Runs the gate with Lobbie's document on a sandbox. `alter` changes the responses of the sandbox. Returns the exit
 * code, and the rule and received value of each finding.
 */
async function found(alter: Alter, ...more: string[]): Promise<{ code: number; rules: string[]; received: string[] }> {
  const { url, close } = await listenAltered(alter)
  undo.push(close)
  const { code, report } = await runGate(['--api', 'lobbie', '--target', 'sandbox', '-u', url, ...more])
  const { findings = [] } = report.runs[0] ?? {}
  return { code, rules: findings.map(({ rule }) => rule), received: findings.map(({ received }) => received) }
}

const failure = (): Response => Response.json({ message: 'no', error: 'no' }, { status: 500 })

/** Returns a damaged response: the first property of its body is missing. */
async function maimed(answer: Response): Promise<Response> {
  const [, ...members] = Object.entries((await answer.json()) as object)
  return Response.json(Object.fromEntries(members), { status: answer.status })
}
async function renamed(answer: Response): Promise<Response> {
  return new Response(await answer.text(), { status: answer.status, headers: { 'content-type': 'text/plain' } })
}

/** The number of requests that a run on a correct sandbox sends. */
async function requestsOfARun(): Promise<number> {
  const { url, asked, close } = await listenAltered((answer) => answer())
  undo.push(close)
  expect((await runGate(['--api', 'lobbie', '--target', 'sandbox', '-u', url])).code).toBe(0)
  return asked()
}

describe('a server that sends different responses to the same request is reported as unstable if it sends', () => {
  test.each<[string, Alter]>([
    ['a 500 to every second request', (answer, count) => (count % 2 === 0 ? Promise.resolve(failure()) : answer())],
    ['a 500 to every fifth request', (answer, count) => (count % 5 === 0 ? Promise.resolve(failure()) : answer())],
    ['a 500 to the first request only', (answer, count) => (count === 1 ? Promise.resolve(failure()) : answer())],
    [
      'a different body for every third request',
      async (answer, count) => (count % 3 === 0 ? maimed(await answer()) : answer()),
    ],
    [
      'a different content type for every third request',
      async (answer, count) => (count % 3 === 0 ? renamed(await answer()) : answer()),
    ],
  ])('%s', async (_name, alter) => {
    // Sends one request at a time, so that the same requests get the altered responses in both runs.
    const { code, rules, received } = await found(alter, '--concurrency', '1')
    expect([code, rules.includes('unstable_answer')]).toEqual([1, true])
    expect(received.some((each) => / that violates \w+, and \d{3} (as documented|that violates \w+)$/.test(each))).toBe(
      true,
    )
    const again = await found(alter, '--concurrency', '1')
    expect([again.code, new Set(again.rules)]).toEqual([1, new Set(rules)])
  })

  test('a 500 to the last request only', async () => {
    const last = await requestsOfARun()
    const { code, rules } = await found((answer, count) => (count === last ? Promise.resolve(failure()) : answer()))
    expect([code, rules.length, rules.includes('unstable_answer')]).toEqual([1, 2, true])
  })

  test('a 503 to requests that arrive while many others are in flight', async () => {
    let underWay = 0
    const overloaded: Alter = async (answer) => {
      underWay += 1
      try {
        const isMuch = underWay > 4
        await new Promise((done) => setTimeout(done, 5))
        return isMuch ? Response.json({ message: 'later', error: 'later' }, { status: 503 }) : await answer()
      } finally {
        underWay -= 1
      }
    }
    const { code, rules, received } = await found(overloaded, '--concurrency', '32')
    expect([code, rules.includes('unstable_answer')]).toEqual([1, true])
    expect(received.join('\n')).toContain('503 that violates status_code_conformance, and ')
  })
})

describe('a server is not reported as unstable', () => {
  test('if it sends the same wrong response to each request of the run, and never responds to the repeated requests', async () => {
    const last = await requestsOfARun()
    const never = new Promise<Response>(() => undefined)
    const broken: Alter = async (answer, count) => (count > last ? never : maimed(await answer()))
    const { code, rules } = await found(broken, '--request-timeout', '300')
    expect(code).toBe(1)
    expect(new Set(rules)).not.toContain('unstable_answer')
    expect(rules).toContain('response_schema_conformance')
  })

  test('if a repeated request gets a 404 because the run has deleted the object in the meantime', async () => {
    const server = await openPets(({ method, path }, { pets }) => {
      const id = path.split('/')[2] ?? ''
      return method === 'GET' && pets.has(id) ? [200, { id: 7 }] : undefined
    })
    const folder = folderWith({ 'pets.json': petsDocument({}) })
    undo.push(folder.remove, server.close)
    const { report } = await runGate(['--spec', `${folder.path}/pets.json`, '-u', server.url])
    const { findings = [] } = report.runs[0] ?? {}
    expect(server.requests.some(({ method }) => method === 'DELETE')).toBe(true)
    expect(findings.map(({ rule }) => rule)).toContain('response_schema_conformance')
    expect(
      findings.filter(({ rule, message }) => rule === 'unstable_answer' || /not reproduced/.test(message)),
    ).toEqual([])
  })
})

test('two runs on the same faulty server have the same findings', async () => {
  const broken: Alter = async (answer) => maimed(await answer())
  expect(await found(broken)).toEqual(await found(broken, '--concurrency', '32'))
})
