import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Report, RunReport } from '../../src/report/report.ts'
import { serve } from '../corpus/serve.ts'
import { inFolder } from '../support/in-folder.ts'
import { runMain } from '../support/run-main.ts'

const NOTES = `openapi: 3.1.0
info: { title: Notes, version: 1.2.0 }
paths:
  /notes/{id}:
    get:
      operationId: getNote
      x-source: seed
      parameters: [{ name: id, in: path, required: true, schema: { type: integer, x-source: seed }, example: 7 }]
      responses:
        '200':
          description: The note.
          content: { application/json: { schema: { $ref: '#/components/schemas/Note' } } }
        '400':
          description: The id is invalid.
          content: { application/json: { x-source: assumed, schema: { $ref: '#/components/schemas/Error' } } }
        '404':
          description: No such note.
          content: { application/json: { schema: { $ref: '#/components/schemas/Error' } } }
components:
  schemas:
    Note:
      type: object
      required: [id, text, tag]
      x-source: { '*': seed, properties: seed, required/tag: assumed, properties/rank: assumed }
      properties:
        id: { type: integer }
        text: { type: string }
        tag: { type: string }
        rank: { type: integer }
    Error:
      type: object
      required: [error]
      properties: { error: { type: string } }
`

/**
 * The response bodies of a server that stores notes. `note` is the body of a 200. `refusal` is the body of the 400 for
 * an invalid id.
 */
interface Responses {
  readonly note: object
  readonly refusal?: object | undefined
}

/** Starts a notes server that sends these responses. */
function notesServer({ note, ...more }: Responses): Promise<string> {
  const refusal = 'refusal' in more ? more.refusal : { error: 'invalid' }
  return serve(({ method }, { pathname }) => {
    if (method !== 'GET') return [405]
    const id = pathname.split('/').at(-1) ?? ''
    if (id === '7') return [200, note]
    return /^\d+$/.test(id) ? [404, { error: 'none' }] : [400, refusal]
  })
}

/**
 * Runs the gate on a notes server that sends these responses. Returns the exit code, the printed text, and the report.
 */
async function gate(responses: Responses, ...more: string[]) {
  const url = await notesServer(responses)
  return inFolder({ 'notes.yaml': NOTES }, async () => {
    const args = ['gate', '--spec', 'notes.yaml', '-u', url, '--param', 'id=7', ...more]
    const { code, out } = await runMain(args)
    const report = JSON.parse(readFileSync('reports/contract-report.json', 'utf8')) as Report
    return { code, out, run: report.runs[0] as RunReport }
  })
}

const GOOD = { id: 7, text: 'one', tag: 'red', rank: 1 }
const statesOf = ({ clauses }: RunReport, state: string) =>
  clauses.filter((clause) => clause.state === state).map(({ id }) => id.replace(/.*schema/, ''))

describe('an assumption (a clause of the document that the vendor does not promise)', () => {
  test('counts as disproved, not as failed, if a live server contradicts the assumption; the run passes', async () => {
    const { code, out, run } = await gate({ note: { id: 7, text: 'one', rank: 'first' } })
    expect(statesOf(run, 'disproved')).toEqual(['/required/tag', '/properties/rank/type'])
    expect([code, run.counts.disproved, run.counts.failed]).toEqual([0, 2, 0])
    expect(out).toMatch(/^✓ PASSED: .*2\s+assumptions\s+disproved/s)
    expect(run.cells.map(({ status, state }) => `${status} ${state}`)).toContain('200 disproved')
  })

  test('makes a run with --strict fail if a live server contradicts the assumption', async () => {
    const { code } = await gate({ note: { id: 7, text: 'one', rank: 1 } }, '--strict')
    expect(code).toBe(1)
  })

  test('does not hide a violated promise of the vendor if one response contradicts both', async () => {
    const { code, run } = await gate({ note: { id: 7 } })
    expect([code, statesOf(run, 'failed'), statesOf(run, 'disproved')]).toEqual([
      1,
      ['/required/text'],
      ['/required/tag'],
    ])
  })

  test('is not reported if a live server conforms to the assumption', async () => {
    const { code, run } = await gate({ note: GOOD }, '--strict')
    expect([code, run.counts.disproved, run.findings]).toEqual([0, undefined, []])
  })
})

describe('the file that records the state of each assumption', () => {
  const DAY_1 = '2026-01-05T09:00:00Z'
  const NOTE = '200/content/application~1json/schema'

  /**
   * Runs the gate with `--assumptions live` once for each day. After the last run, returns the content of the
   * assumptions file and the printed text.
   */
  async function runs(...days: (readonly [now: string, note: object])[]) {
    return inFolder({ 'notes.yaml': NOTES }, async () => {
      let out = ''
      for (const [now, note] of days) {
        const url = await serve(({ method }) => (method === 'GET' ? [200, note] : [405]))
        const args = ['--spec', 'notes.yaml', '-u', url, '--param', 'id=7', '--now', now]
        ;({ out } = await runMain(['gate', ...args, '--assumptions', 'live']))
      }
      const text = readFileSync('live/notes.assumptions.json', 'utf8')
      const { assumptions } = JSON.parse(text) as { assumptions: Record<string, object> }
      const of = (end: string) => Object.entries(assumptions).find(([id]) => id.endsWith(NOTE + end))?.[1]
      return { text, out, ids: Object.keys(assumptions), of }
    })
  }

  test('lists for each assumption its state (confirmed, disproved or never shown) and the first day of this state', async () => {
    const { of, ids, text } = await runs([DAY_1, { id: 7, text: 'secret text', tag: 'red' }])
    expect(of('/required/tag')).toEqual({
      state: 'confirmed',
      first: '2026-01-05',
      last: '2026-01-05',
      document: '1.2.0',
    })
    expect(of('/properties/rank/type')).toEqual({ state: 'never-shown' })
    expect(ids).toEqual(ids.toSorted())
    expect(text).not.toContain('secret')
  })

  test('keeps the first day of a state until the state changes', async () => {
    const [good, bad] = [{ ...GOOD }, { id: 7, text: 'one', rank: 1 }]
    const day = (date: string) => `2026-01-${date}T09:00:00Z`
    const lasting = await runs([day('05'), good], [day('07'), good])
    expect(lasting.of('/required/tag')).toMatchObject({ state: 'confirmed', first: '2026-01-05', last: '2026-01-07' })
    const changed = await runs([day('05'), good], [day('07'), bad])
    expect(changed.of('/required/tag')).toMatchObject({ state: 'disproved', first: '2026-01-07', last: '2026-01-07' })
  })

  test('keeps the state of an assumption that a later run does not check; the report calls a state stale after 30 days', async () => {
    const shown = [DAY_1, GOOD] as const
    const without = { id: 7, text: 'one', tag: 'red' }
    const stale = await runs(shown, ['2026-02-05T09:00:00Z', without])
    expect(stale.of('/properties/rank/type')).toMatchObject({ state: 'confirmed', last: '2026-01-05' })
    expect(stale.out.replaceAll(/\s+/g, ' ')).toMatch(/stale: getNote\S+rank\/type was last confirmed on 2026-01-05/)
    expect((await runs(shown, ['2026-02-04T09:00:00Z', without])).out).not.toContain('stale')
  })

  test('is not written if contract.config.yaml does not name the server and the option --assumptions is missing', async () => {
    const url = await serve(({ method }) => (method === 'GET' ? [200, GOOD] : [405]))
    await inFolder({ 'notes.yaml': NOTES }, async (folder) => {
      await runMain(['gate', '--spec', 'notes.yaml', '-u', url, '--param', 'id=7'])
      expect(readdirSync(folder)).toEqual(['notes.yaml', 'reports'])
    })
  })

  test('if malformed, ends the command before the first request', async () => {
    const files = { 'notes.yaml': NOTES, 'live/notes.assumptions.json': '{"assumptions":{"x":1}}' }
    let requests = 0
    const url = await serve(() => [++requests === 0 ? 500 : 404])
    await inFolder(files, async () => {
      const args = ['gate', '--spec', 'notes.yaml', '-u', url, '--param', 'id=7', '--assumptions', 'live']
      const { code, err } = await runMain(args)
      expect([code, requests]).toEqual([2, 0])
      expect(err).toContain('the file does not contain assumptions')
    })
  })
})

describe('the overlay in which a run corrects the disproved assumptions of a document', () => {
  const CORRECTIONS = 'reports/corrections.overlay.yaml'

  /**
   * Runs the gate on a notes server twice. The second run uses the overlay that the first run wrote to correct the
   * document.
   */
  async function corrected(responses: Responses, document = NOTES) {
    const url = await notesServer(responses)
    return inFolder({ 'notes.yaml': document }, async () => {
      const args = ['gate', '--spec', 'notes.yaml', '-u', url, '--param', 'id=7']
      const statesAfter = async (...more: string[]) => {
        const { code } = await runMain([...args, ...more])
        const report = JSON.parse(readFileSync('reports/contract-report.json', 'utf8')) as Report
        return { code, disproved: statesOf(report.runs[0] as RunReport, 'disproved'), because: report.runs[0]?.because }
      }
      const first = await statesAfter()
      const overlay = readFileSync(CORRECTIONS, 'utf8')
      return { first, overlay, second: await statesAfter('--overlay', CORRECTIONS) }
    })
  }

  test.each<[string, Responses, RegExp]>([
    ['an object without a required property', { note: { id: 7, text: 'one', rank: 1 } }, /\['required'\]\[2\]/],
    ['a property of another type', { note: { ...GOOD, rank: 'secret' } }, /- integer\n\s+- string/],
    ['another error body', { note: GOOD, refusal: { message: 'secret' } }, /\['400'\].*\['schema'\]\['\$ref'\]/],
    ['no error body', { note: GOOD, refusal: undefined }, /\['400'\]\['content'\]/],
  ])('makes the next run on the same server pass if the server sends %s', async (_, responses, action) => {
    const { first, overlay, second } = await corrected(responses)
    expect(first.disproved.length).toBeGreaterThan(0)
    expect(second).toEqual({ code: 0, disproved: [], because: [] })
    expect(overlay).toMatch(action)
    expect(overlay).not.toContain('secret')
  })

  test('does not change a promise of the vendor that is in the same component as a disproved assumption', async () => {
    const { overlay } = await corrected({ note: GOOD, refusal: { message: 'no' } })
    expect(overlay).not.toMatch(/target: .*components.*Error.*required/)
  })

  test('contains a correction only as a comment if the correction would remove a promise of the vendor', async () => {
    const document = NOTES.replace('properties/rank: assumed }', 'properties/rank: seed }').replace(
      'rank: { type: integer }',
      "rank: { type: string, format: date-time, x-source: { '*': seed, format: assumed, format/naive: seed } }",
    )
    const { overlay, second } = await corrected({ note: { ...GOOD, rank: 'secret' } }, document)
    expect(overlay).toMatch(/^# Not corrected: getNote\S+rank\/format: response_schema_conformance/m)
    expect(second.disproved).toEqual(['/properties/rank/format'])
    expect(overlay).not.toContain('secret')
  })
})
