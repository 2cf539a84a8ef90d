import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { listen } from '../../sandbox/listen.ts'
import { createSandbox } from '../../sandbox/sandbox.ts'
import type { Report, RunReport } from '../../src/report/report.ts'
import { DEFAULT_NOW } from '../../src/run/run-clock.ts'
import { runGate, runMain } from '../support/run-main.ts'
import { openSpoilingProxy, type Passed } from '../support/spoiling-proxy.ts'

const undo: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const each of undo.splice(0).toReversed()) await each()
})

describe('the plan', () => {
  const plan = async (...args: string[]): Promise<string> => {
    const { code, out, err } = await runMain(['gate', '--dry-run', ...args])
    expect([code, err]).toEqual([0, ''])
    return out
  }

  let text: string
  beforeAll(async () => {
    text = await plan()
  })

  test('is printed with the same bytes in each dry run', async () => {
    expect(await plan()).toBe(text)
  })

  test('lists for each API and target the cases that are sent and the cases that are not sent', () => {
    for (const head of ['aniva on mock', 'aniva on sandbox', 'lobbie on mock', 'lobbie on sandbox'])
      expect(text).toMatch(new RegExp(`^${head}: \\d+ cases for \\d+ clauses, seed 1, now ${DEFAULT_NOW}$`, 'm'))
    expect(text).toMatch(/^ {4}sends {4}PUT \/partner\/v2\/account\/\d+\/location\/\d+\/appointment\/\d+$/m)
    expect(text).toMatch(/^ {13}\{"scheduled_at":"2026-01-08T10:00:00\+01:00"\}$/m)
    expect(text).toMatch(/^ {4}not sent: Prism /m)
    expect(text).not.toMatch(/\$(time|state|json)/)
  })

  test('contains no credentials, not even those of the sandbox', () => {
    const { partners } = createSandbox({ now: DEFAULT_NOW, seed: 1 })
    for (const secret of secretsIn(partners)) expect(text).not.toContain(secret)
    expect(text).toContain('Authorization: Bearer (credentials)')
    expect(text).toContain('x-api-key: (credentials)')
    expect(text).not.toMatch(/(Authorization|x-api-key): (?!(Bearer )?(\(credentials\)|not a credential)$)/im)
    expect(text).not.toMatch(/eyJ/)
  })

  test('depends on the seed and the clock', async () => {
    const usual = await plan('--target', 'sandbox', '--api', 'lobbie')
    expect(await plan('--target', 'sandbox', '--api', 'lobbie', '--seed', '2')).not.toBe(usual)
    const later = await plan('--target', 'sandbox', '--api', 'lobbie', '--now', '2026-03-02T09:00:00Z')
    expect(later).toContain('"startTime":"2026-03-05T15:00:00Z"')
  })
})

/** Returns every text in `value` that belongs to a property whose name suggests a secret, such as `clientSecret`. */
function secretsIn(value: unknown, name = ''): string[] {
  if (typeof value === 'string') return /secret|value|token|key/i.test(name) ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, member]) => secretsIn(member, key))
}

describe('the requests', () => {
  /** Returns the requests of one run on a sandbox, without hosts and credentials. */
  async function sentBy(api: string, concurrency: number): Promise<string[]> {
    const listening = await listen(createSandbox({ now: DEFAULT_NOW, seed: 1 }))
    undo.push(listening.close)
    const proxy = await openSpoilingProxy(listening.url)
    undo.push(proxy.close)
    const args = ['--api', api, '--target', 'sandbox', '-u', proxy.url, '--concurrency', String(concurrency)]
    const { code, report } = await runGate(args)
    expect(code).toBe(0)
    const cases = proxy.passed.filter(({ target }) => !/^\/(__sandbox|oauth)/.test(target)).map(bytesOf)
    expect(cases.length).toBeGreaterThanOrEqual(report.runs[0]?.counts.requests ?? Infinity)
    return cases
  }

  describe.each(['lobbie', 'aniva'])('of %s', (api) => {
    let one: string[]
    beforeAll(async () => {
      one = await sentBy(api, 1)
    })

    test('have the same bytes and the same order in two runs', async () => {
      expect(await sentBy(api, 1)).toEqual(one)
    })

    test('do not depend on the concurrency', async () => {
      expect((await sentBy(api, 16)).toSorted()).toEqual(one.toSorted())
    })
  })
})

function bytesOf({ method, target, headers, body }: Passed): string {
  const shown: string[] = []
  for (let index = 0; index < headers.length; index += 2) {
    const name = headers[index] ?? ''
    const isFree = /^(host|authorization|x-api-key|connection)$/i.test(name)
    shown.push(`${name}: ${isFree ? '…' : (headers[index + 1] ?? '')}`)
  }
  return [`${method} ${target}`, ...shown, '', body].join('\n')
}

test('three runs on the sandbox with different concurrency give the same verdicts', async () => {
  const seen = new Set<string>()
  for (const concurrency of [1, 8, 29]) {
    const { code, report } = await runGate(['--target', 'sandbox', '--concurrency', String(concurrency)])
    expect(code).toBe(0)
    seen.add(JSON.stringify(withoutTimes(report)))
  }
  expect(seen.size).toBe(1)
}, 120_000)

/** Returns the report without times and ports, which differ between runs. */
function withoutTimes({ startedAt: _startedAt, durationMs: _durationMs, runs, ...rest }: Report): object {
  return { ...rest, runs: runs.map(untimed) }
}

function untimed({ baseUrl: _baseUrl, cases, ...rest }: RunReport): object {
  return { ...rest, cases: cases.map(({ ms: _ms, ...aCase }) => aCase) }
}
