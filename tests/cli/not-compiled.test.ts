import { NOT_COMPILED } from '../../src/report/texts/not-compiled.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formats } from '../../src/report/formats.ts'
import { githubSummary } from '../../src/report/github-summary.ts'
import { mergeReports } from '../../src/report/merge-reports.ts'
import { readReport } from '../../src/report/schema/read-report.ts'
import { listenHttp } from '../src/exchanges/servers.ts'
import { folderWith } from '../support/in-folder.ts'
import { findingsOf, runGate } from '../support/run-main.ts'
import { splitReport } from '../support/split-report.ts'

const DOCUMENT = `openapi: 3.1.0
info: { title: Stock, version: 1.0.0 }
paths:
  /stock:
    get:
      operationId: readStock
      responses:
        '200':
          description: the stock
          content:
            application/json:
              schema:
                type: object
                required: [sku]
                properties:
                  sku: { type: string, format: stock-number }
                  shelf: { type: string, pattern: '(?<=a)+(' }
                  left: { type: integer, minimun: 0 }
                  next: { oneOf: [{ type: string, format: stock-number }, { type: 'null' }] }
`
const PLACES = [
  /openapi\.yaml:16:\d+: the format `stock-number` is unknown and not checked, at .*\/properties\/sku\/format/,
  /openapi\.yaml:17:\d+: the pattern `\(\?<=a\)\+\(` is not a valid JavaScript regular expression, at .*\/properties\/shelf\/pattern/,
  /openapi\.yaml:18:\d+: `minimun` is not a keyword of JSON Schema 2020-12 or OpenAPI 3\.1, at .*\/left\/minimun/,
  /openapi\.yaml:19:\d+: the format `stock-number` is unknown and not checked, at .*\/next\/oneOf\/0\/format/,
]

describe('schemas that do not compile', () => {
  let close: () => unknown
  let ran: Awaited<ReturnType<typeof runGate>>
  beforeAll(async () => {
    const folder = folderWith({ 'openapi.yaml': DOCUMENT })
    const server = await listenHttp((request, response) => {
      const isKnown = request.method === 'GET'
      response.writeHead(isKnown ? 200 : 405, { 'content-type': 'application/json', allow: 'GET' })
      response.end(isKnown ? '{"sku":"a","shelf":"b","left":1,"next":null}' : '{}')
    })
    close = async () => {
      await server.close()
      folder.remove()
    }
    ran = await runGate(['--spec', `${folder.path}/openapi.yaml`, '-u', server.url], {}, true)
  })
  afterAll(() => close())

  test('are listed with file and line in the JSON report and in the printed text, but not as findings', () => {
    expect([ran.code, findingsOf(ran.report), ran.report.runs[0]?.because]).toEqual([
      2,
      [],
      [
        expect.stringMatching(
          /^The document is invalid, so a pass would prove nothing: .*openapi\.yaml:17:42 .*\(and 1 more, see /,
        ),
      ],
    ])
    const told = ran.report.runs[0]?.notCompiled ?? []
    expect(told.map(({ definedAt }) => definedAt.line)).toEqual([16, 17, 18, 19])
    const page = ran.out.replaceAll(/\s+/g, ' ').replaceAll('/ ', '/')
    for (const place of PLACES) expect(page).toMatch(place)
    expect(page).toContain(NOT_COMPILED)
    expect(page).toMatch(/contract-gate validate \S+/)
  })

  test('give their clauses the state not-run, with the reason', () => {
    const clause = ran.report.runs[0]?.clauses.find(({ pointer }) => pointer.endsWith('/shelf/pattern'))
    expect([clause?.state, clause?.because]).toEqual([
      'not-run',
      'the pattern `(?<=a)+(` is not a valid JavaScript regular expression',
    ])
  })

  test('appear once per document in every format that can list them', () => {
    const [run = expect.fail()] = ran.report.runs
    const report = { ...ran.report, runs: [run, { ...run, target: 'mock' as const }] }
    const options = { color: false, width: 1000 }
    const pages = [formats.text(report, options), formats.github(report, options), githubSummary(report)]
    for (const page of [...pages, formats.html(report, options), formats.sarif(report, options)]) {
      expect(page).toContain('stock-number')
      expect(page).toContain('minimun')
    }
    for (const page of pages) expect(page.split(NOT_COMPILED).length - 1).toBeLessThanOrEqual(4)
    expect(formats.text(report, options).match(/minimun.* at /g)).toHaveLength(1)
    expect(formats.github(report, options)).toMatch(/^::warning file=.*openapi\.yaml,line=18,col=\d+,title=/m)
  })

  test('are also listed by commands that read or merge JSON reports', () => {
    const report = readReport(formats.json(ran.report, { color: false, width: 80 }), 'a.json')
    expect(report.runs[0]?.notCompiled).toEqual(ran.report.runs[0]?.notCompiled)
    const shards = splitReport(report, 2).map((each, index) => ({ file: `${index}.json`, report: each }))
    const merged = mergeReports(shards, ({ verdict, because }) => ({ verdict, because }))
    expect(merged.runs[0]?.notCompiled).toEqual(ran.report.runs[0]?.notCompiled)
  })
})
