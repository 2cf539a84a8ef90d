import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Case } from '../../../../src/cases/case.ts'
import { undocumentedMethods } from '../../../../src/cases/makers/undocumented-methods.ts'
import type { PlanContext } from '../../../../src/cases/plan-context.ts'
import { planCases } from '../../../../src/cases/plan-cases.ts'
import { readDocument } from '../../../../src/document/read-document.ts'
import { buildRequest } from '../../../../src/exchanges/build-request.ts'
import { headerOf, isAnswer, type RawRequest } from '../../../../src/exchanges/exchange.ts'
import { MOCK_QUIRKS, hiddenByQuirk } from '../../../../src/targets/prism/quirks.ts'
import { mockAt, openMock, type Mock } from '../../../../src/targets/mock.ts'
import { SANDBOX_SHOWS } from '../../../../src/targets/sandbox.ts'
import { listOperations } from '../../../../src/operations/list-operations.ts'
import type { Operation } from '../../../../src/operations/operation.ts'
import { openDocumentMock } from '../../../../src/targets/mock.ts'
import { drawNegativeValues } from '../../../../src/schemas/negative-values/draw-negative-values.ts'
import { drawNegativeParameters } from '../../../../src/schemas/negative-values/draw-negative-parameters.ts'
import type { Keyword } from '../../../../src/schemas/schema.ts'

/** A case that was sent to Prism. `asMeant` is true if Prism answered like a server that conforms to the document. */
interface Played {
  readonly case: Case
  readonly asMeant: boolean
}

const fixture = fileURLToPath(new URL('../../../fixtures/targets/mock/quirks.yaml', import.meta.url))
const mocks: Mock[] = []
let folder = ''
let declared: readonly Played[] = []
let undeclared: readonly Played[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quirks-'))
  const without = join(folder, 'without-dialect.yaml')
  await writeFile(without, (await readFile(fixture, 'utf8')).replace(/^jsonSchemaDialect.*\n/m, ''))
  declared = await play(fixture)
  undeclared = await play(without)
}, 60_000)

afterAll(async () => {
  await Promise.all(mocks.map((mock) => mock.close()))
  await rm(folder, { recursive: true })
})

const CONTEXT: PlanContext = {
  target: 'mock',
  shows: mockAt('http://127.0.0.1').shows,
  hasStates: false,
  roles: ['partner', 'anonymous'],
  parameters: {},
  allowDestructive: true,
  seed: 1,
}

/**
 * Sends cases to a mock: the planned cases, and the cases of `notPlanned` and `drawnByHand`. Also sends the cases that
 * a run would leave out because of a quirk (a known deviation of Prism).
 */
async function play(file: string): Promise<Played[]> {
  const document = readDocument(relative(process.cwd(), file))
  const mock = await openDocumentMock(document, {})
  mocks.push(mock)
  const operations = listOperations(document)
  const plan = planCases(operations, CONTEXT)
  const played: Played[] = []
  for (const aCase of [
    ...plan.cases,
    ...operations.flatMap((each) => notPlanned(each, plan.cases)),
    ...(file === fixture ? drawnByHand(plan.cases) : []),
  ])
    played.push(await send(mock, aCase))
  return played
}

/**
 * Returns cases that the plan for a mock does not contain: negative cases that are similar to planned ones, and
 * undocumented methods.
 */
function notPlanned(operation: Operation, cases: readonly Case[]): Case[] {
  const like = cases.find((each) => each.operation.id === operation.id && each.path.includes('/example/request/'))
  if (like === undefined) return []
  const { path, query, headers, body = {} } = like.send
  const media = operation.requestBody?.content.find(({ range }) => range === 'application/json')
  const miss = (
    part: 'path' | 'query' | 'header' | 'body',
    clause: string,
    near: Missed,
    send: Case['send'],
  ): Case => ({
    ...like,
    path: `${operation.id}/negative${clause.replace(/^\/requestBody\/content\/[^/]+\/schema/, '/body')}/${near.name}`,
    send: { ...like.send, ...send },
    expect: { kind: 'refused', part },
    negative: { clause, keyword: near.keyword.name, name: near.name },
  })
  const context = {
    target: 'sandbox',
    shows: SANDBOX_SHOWS,
    hasStates: false,
    roles: [],
    parameters: {},
    allowDestructive: true,
    seed: 1,
  } as const
  const methods = undocumentedMethods.make(
    operation,
    { path: path ?? {}, query: query ?? {}, headers: headers ?? {} },
    context,
  )
  return [
    ...operation.parameters.flatMap((parameter) => {
      const { in: place, name, schema } = parameter
      const key = place === 'path' ? 'path' : place === 'query' ? 'query' : 'headers'
      return (schema === undefined ? [] : drawNegativeParameters(schema))
        .filter(({ needed }) => !needed)
        .map((near) =>
          miss(place === 'cookie' ? 'header' : place, (schema?.pointer ?? '') + near.keyword.pointer, near, {
            [key]: { ...like.send[key], [name]: near.raw },
          }),
        )
    }),
    ...(media?.schema === undefined ? [] : drawNegativeValues(media.schema, body, { direction: 'request', seed: 1 }))
      .filter(({ needed }) => !needed)
      .map((near) => miss('body', (media?.schema?.pointer ?? '') + near.keyword.pointer, near, { body: near.value })),
    ...methods.slice(0, 1),
  ]
}

interface Missed {
  readonly keyword: Keyword
  readonly name: string
}

/** Returns hand-written cases that show quirks of Prism. The gate does not make such cases. */
function drawnByHand(cases: readonly Case[]): Case[] {
  const find = (path: string): Case => {
    const found = cases.find((each) => each.path === path)
    if (found === undefined) throw new Error(`no case ${path}`)
    return found
  }
  const accepted = find('addLine/example/request/full')
  const refused: Case['expect'] = { kind: 'refused', part: 'body' }
  const clause = '/requestBody/content/application~1json'
  return [
    {
      ...accepted,
      path: 'duplicate-keys',
      send: { ...accepted.send, raw: '{"note":"a","note":"b"}' },
      expect: refused,
      negative: { clause, keyword: 'application~1json', name: 'duplicate-keys' },
    },
    {
      ...accepted,
      path: 'malformed',
      as: 'malformed',
      expect: { kind: 'locked-out', role: 'malformed', statuses: ['401'] },
    },
  ]
}

async function requestOf(aCase: Case): Promise<RawRequest> {
  const { path = {}, query = {}, headers = {}, body } = aCase.send
  const { credentials, prepare, baseUrl } = mockAt('http://127.0.0.1')
  const { operation, as: role, method, withoutContentType } = aCase
  const { raw, contentType } = aCase.send
  const request = await buildRequest(
    {
      operation,
      role,
      path,
      query,
      headers,
      ...(body === undefined ? {} : { body }),
      ...(raw === undefined ? {} : { raw }),
      ...(method === undefined ? {} : { method }),
      ...(contentType === undefined ? {} : { contentType }),
      ...(withoutContentType === undefined ? {} : { withoutContentType }),
    },
    {
      credential: credentials?.partner ?? { type: 'none' },
      tokens: { tokenFor: () => Promise.resolve('token') },
      baseUrl,
    },
  )
  return prepare?.(request, aCase) ?? request
}

async function send(mock: Mock, aCase: Case): Promise<Played> {
  const answer = await mock.target.send(await requestOf(aCase))
  if (!isAnswer(answer)) throw new Error(answer.message)
  const isOwn = mock.target.invented?.(answer) !== undefined
  return { case: aCase, asMeant: !isOwn && meant(aCase, answer.status) }
}

function meant({ expect: meaning }: Case, status: number): boolean {
  switch (meaning.kind) {
    case 'status':
      return meaning.status === String(status)
    case 'locked-out':
      return meaning.statuses.includes(String(status))
    case 'refused':
      return status === 400 || status === 422 || status === 415
    default:
      return status === 200
  }
}

const pathsOf = (played: readonly Played[]): string[] => played.map((each) => each.case.path)
const isHidden = (each: Played): boolean => hiddenByQuirk(each.case) !== undefined
/**
 * Returns one row for each entry of `byId`: the title of a quirk, its id, and the value of the entry. The keys of
 * `byId` are ids of quirks.
 */
const titled = (byId: Readonly<Record<string, string>>) =>
  Object.entries(byId).map(([id, value]) => [MOCK_QUIRKS.find((quirk) => quirk.id === id)?.title, id, value] as const)

/** For each quirk of Prism, the path of a case that shows it. The cases belong to the document quirks.yaml. */
const WITNESSES: Readonly<Record<string, string>> = {
  'date-time-blank-separator': 'addLine/negative/body/properties/startTime/format/blank-separator',
  'date-time-offset-24': 'addLine/negative/body/properties/startTime/format/offset-24',
  'date-time-offset-without-colon': 'addLine/negative/parameters/since/schema/format/offset-without-colon',
  'date-time-offset-in-hours': 'addLine/negative/body/properties/startTime/format/offset-in-hours',
  'time-naive': 'addLine/negative/body/properties/opensAt/format/naive',
  'uuid-urn': 'addLine/negative/parameters/lineId/schema/format/urn',
  'int64-range': 'addLine/negative/body/properties/large/format/above',
  'integer-as-exponent': 'addLine/negative/parameters/orderId/schema/type/exponent',
  'integer-as-hexadecimal': 'addLine/negative/parameters/X-Size/schema/type/hexadecimal',
  'integer-with-leading-zeros': 'addLine/negative/parameters/orderId/schema/type/leading-zeros',
  'own-answer-to-malformed-json': 'addLine/negative/requestBody/content/application~1json/malformed',
  'duplicate-keys': 'duplicate-keys',
  'null-for-an-optional-body': 'replaceNote/negative/body/type/null',
  'nothing-for-a-required-body': 'setCount/valid/body/minimum',
  'lists-and-objects-in-forms': 'formOfLists/valid/body/properties/sizes/alone',
  'own-401': 'updateVisit/credentials/anonymous',
  'own-422': 'updateVisit/negative/body/required/text/absent',
  'own-405': 'addLine/method/get',
  'presence-of-credentials': 'malformed',
  'own-500': 'noAnswers/valid/base',
  'asks-for-ignored-headers': 'ignoredHeader/valid/base',
  'first-media-type-without-a-content-type': 'twoTypes/negative/requestBody/content/missing',
  'pattern-that-does-not-compile': 'foreignPattern/negative/body/properties/count/type/null',
  'nullable-in-3-1': 'addLine/negative/body/properties/rest/type/null',
}
/**
 * For each quirk that crashes Prism, a request that causes the crash. The requests belong to the document ends.yaml.
 */
const ENDS: Readonly<Record<string, string>> = {
  'ends-at-an-absent-list-in-a-header': 'GET /headers',
  'ends-at-a-list-in-a-path': 'GET /paths/name,text',
  'ends-at-a-delimited-object': 'GET /delimited?object=name%20text',
}
const WITHOUT_DIALECT = [
  'addLine/negative/body/properties/sizes/maxContains/too-many',
  'addLine/negative/body/properties/place/dependentRequired/room/absent',
  'addLine/negative/body/properties/place/unevaluatedProperties/unknown',
]

/** The quirks of Prism that a document of OpenAPI 3.2 shows after its conversion to 3.1. */
const OF_3_2 = ['methods-of-3-2', 'whole-query-string', 'streams']

describe('the known deviations (quirks) of the installed version of Prism', () => {
  test.each(titled(WITNESSES))('%s', (_title, id, path) => {
    const witness = declared.find((each) => each.case.path === path)
    expect(pathsOf(declared)).toContain(path)
    expect(witness?.asMeant).toBe(false)
    expect(
      MOCK_QUIRKS.filter((quirk) => witness !== undefined && quirk.hides(witness.case)).map((quirk) => quirk.id),
    ).toEqual([id])
  })

  test.each(WITHOUT_DIALECT)('Prism reads a document without a declared dialect as draft-07 (case: %s)', (path) => {
    const find = (played: readonly Played[]): Played | undefined => played.find((each) => each.case.path === path)
    expect(find(declared)?.asMeant).toBe(true)
    expect(find(undeclared)?.asMeant).toBe(false)
  })

  test('every quirk in the list MOCK_QUIRKS has a case in these tests', () => {
    const others = [
      'draft-07-without-dialect',
      'cycle-as-3-0-writes-it',
      'null-listed-beside-nullable',
      'what-http-does-not-allow',
      ...OF_3_2,
      ...Object.keys(ENDS),
    ]
    expect(new Set(MOCK_QUIRKS.map((quirk) => quirk.id))).toEqual(new Set([...Object.keys(WITNESSES), ...others]))
  })
})

describe('the known crashes (quirks) of the installed version of Prism', () => {
  test.each(titled(ENDS))('%s', async (_title, id, line) => {
    const file = fixture.replace('quirks.yaml', 'ends.yaml')
    const operations = listOperations(readDocument(relative(process.cwd(), file)))
    const [method, target] = line.split(' ')
    const plan = planCases(operations, CONTEXT)
    const built = await Promise.all(plan.cases.map(async (each) => ({ each, request: await requestOf(each) })))
    const found = built.find(({ request }) => request.method === method && request.target === target)
    expect(found?.each.path).toBeDefined()
    expect(
      MOCK_QUIRKS.filter((quirk) => found !== undefined && quirk.hides(found.each)).map((quirk) => quirk.id),
    ).toEqual([id])
    const mock = await openMock({ documentFile: file })
    if (found !== undefined) await mock.target.send(found.request)
    await expect.poll(() => mock.target.failure?.(), { timeout: 5000 }).toContain('ended')
    await mock.close()
  })
})

test('the plan leaves out cases for which Prism sends a 204 with a body, or no final response', async () => {
  const file = fixture.replace('quirks.yaml', 'ends.yaml')
  const { cases } = planCases(listOperations(readDocument(relative(process.cwd(), file))), CONTEXT)
  const own = cases.filter(({ operation }) => operation.path.startsWith('/http'))
  const mock = await openMock({ documentFile: file })
  for (const each of own) {
    const answered = await mock.target.send(await requestOf(each))
    const hasBody = 'status' in answered && answered.status === 204 && headerOf(answered, 'content-length') === '13'
    expect('kind' in answered || hasBody).toBe(true)
  }
  await mock.close()
  expect(own.map((each) => MOCK_QUIRKS.find((quirk) => quirk.hides(each))?.id)).toEqual(
    own.map(() => 'what-http-does-not-allow'),
  )
})

describe('the plan for a mock leaves out exactly the cases that Prism answers wrongly because of a known deviation', () => {
  test('for a document that declares its dialect', () => {
    expect(pathsOf(declared.filter(isHidden))).toEqual(pathsOf(declared.filter((each) => !each.asMeant)))
  })

  test('for a document that declares no dialect', () => {
    expect(pathsOf(undeclared.filter(isHidden))).toEqual(pathsOf(undeclared.filter((each) => !each.asMeant)))
  })

  test('for a document of OpenAPI 3.0 with cycles', async () => {
    const played = await play(fixture.replace('quirks.yaml', 'cycles.yaml'))
    expect(pathsOf(played.filter(isHidden))).toEqual(pathsOf(played.filter((each) => !each.asMeant)))
    const quirk = MOCK_QUIRKS.find(({ id }) => id === 'cycle-as-3-0-writes-it')
    const hidden = played.filter((each) => quirk?.hides(each.case) === true).map((each) => each.case.operation.id)
    expect(new Set(hidden)).toEqual(new Set(['bound', 'nullable']))
  })

  test('for a document of OpenAPI 3.0 whose enum lists null', async () => {
    const played = await play(fixture.replace('quirks.yaml', 'null-in-enum.yaml'))
    expect(pathsOf(played.filter(isHidden))).toEqual(pathsOf(played.filter((each) => !each.asMeant)))
    const quirk = MOCK_QUIRKS.find(({ id }) => id === 'null-listed-beside-nullable')
    const hidden = played.filter((each) => quirk?.hides(each.case) === true).map((each) => each.case.operation.id)
    expect(new Set(hidden)).toEqual(new Set(['listed']))
  })

  test('for a document of OpenAPI 3.2, which is converted to 3.1', async () => {
    const played = await play(fixture.replace('quirks.yaml', 'openapi-3-2.yaml'))
    expect(pathsOf(played.filter(isHidden))).toEqual(pathsOf(played.filter((each) => !each.asMeant)))
    const ids = played.flatMap((each) => MOCK_QUIRKS.filter((quirk) => quirk.hides(each.case)).map(({ id }) => id))
    expect(ids).toEqual(expect.arrayContaining(OF_3_2))
    expect(played.filter((each) => each.case.operation.id === 'listFleas' && each.asMeant)).not.toEqual([])
  })

  test.each(['lobbie', 'aniva'])(
    'for the document of %s, of which Prism answers more than thirty cases correctly',
    async (api) => {
      const played = await play(join('specs', api, 'openapi.yaml'))
      expect(pathsOf(played.filter(isHidden))).toEqual(pathsOf(played.filter((each) => !each.asMeant)))
      expect(played.filter((each) => each.asMeant).length).toBeGreaterThan(30)
    },
  )
})
