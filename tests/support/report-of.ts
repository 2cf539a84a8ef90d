import type { TargetKind } from '../../src/operations/annotations.ts'
import type {
  CaseReport,
  Cell,
  ClauseReport,
  ClauseState,
  FindingReport,
  Report,
  RunReport,
} from '../../src/report/report.ts'

/** The data about an API from which `reportOf` makes a report that has no empty parts. */
interface Api {
  readonly name: string
  readonly title: string
  readonly operation: string
  readonly method: string
  readonly path: string
  readonly statuses: readonly string[]
  readonly fields: readonly string[]
  readonly members: readonly string[]
}

const LOBBIE: Api = {
  name: 'lobbie',
  title: 'Lobbie Partner API',
  operation: 'updateAppointment',
  method: 'PUT',
  path: '/partner/v2/account/{accountId}/location/{locationId}/appointment/{appointmentId}',
  statuses: ['200', '400', '401', '403', '404', '409'],
  fields: ['id', 'accountId', 'locationId', 'startTime', 'endTime', 'durationMinutes', 'note', 'practitionerId'],
  members: ['CANCELLED', 'COMPLETED', 'CONFIRMED', 'NO_SHOW', 'SCHEDULED'],
}

const ANIVA: Api = {
  name: 'aniva',
  title: 'Aniva API',
  operation: 'patchAppointment',
  method: 'PATCH',
  path: '/api/v1/appointments/{id}',
  statuses: ['200', '400', '403', '404', '409', '500'],
  fields: ['id', 'scheduled_at', 'location_id', 'test_method', 'profile', 'panels', 'shipments'],
  members: ['pending', 'booked', 'blood_drawn', 'cancelled'],
}

const REASONS: Readonly<Partial<Record<ClauseState, string>>> = {
  blocked: 'CONTRACT_LOBBIE_CLIENT_SECRET is not set: set it, or run with --target mock',
  'not-run': 'the run ended before its turn',
  'not-applicable': 'the mock keeps no state: only a stateful target can show this',
}

export interface RunShape {
  readonly api?: 'lobbie' | 'aniva'
  readonly target?: TargetKind
  readonly cases?: number
  readonly findings?: number
  /**
   * The state of the clauses. Default `passed`. A clause keeps the state `failed`, or `not-applicable` if the mock
   * cannot test it.
   */
  readonly state?: ClauseState
  readonly verdict?: RunReport['verdict']
  readonly because?: readonly string[]
}

/** Makes a report that has one run for each shape. It has the form of a report that the gate writes. */
export function reportOf(shapes: readonly RunShape[]): Report {
  const runs = shapes.map(runOf)
  const verdict = (['failed', 'error', 'blocked'] as const).find((each) => runs.some((run) => run.verdict === each))
  return {
    schemaVersion: 2,
    tool: { name: 'contract-gate', version: '0.1.0' },
    startedAt: '2026-03-02T09:00:00.000Z',
    durationMs: 4210,
    seed: 7,
    now: '2026-03-02T09:00:00Z',
    verdict: verdict ?? 'passed',
    runs,
  }
}

export const passedReport = (): Report =>
  reportOf([
    { api: 'lobbie', target: 'mock' },
    { api: 'lobbie', target: 'sandbox' },
    { api: 'aniva', target: 'mock' },
    { api: 'aniva', target: 'sandbox' },
  ])

export const failedReport = (): Report =>
  reportOf([
    { api: 'lobbie', target: 'mock' },
    { api: 'lobbie', target: 'sandbox', findings: 3 },
    { api: 'aniva', target: 'mock' },
    { api: 'aniva', target: 'sandbox', findings: 1 },
  ])

export const blockedReport = (): Report =>
  reportOf([
    { api: 'lobbie', target: 'sandbox' },
    {
      api: 'lobbie',
      target: 'live',
      state: 'blocked',
      because: ['CONTRACT_LOBBIE_CLIENT_SECRET is not set: set it, or run with --target mock'],
    },
  ])

export const errorReport = (): Report =>
  reportOf([
    {
      api: 'aniva',
      target: 'mock',
      cases: 0,
      state: 'not-run',
      verdict: 'error',
      because: ['The mock did not start: port 4010 is taken. Free it, or give --base-url of the mock that runs there.'],
    },
  ])

function runOf(shape: RunShape): RunReport {
  const api = shape.api === 'aniva' ? ANIVA : LOBBIE
  const target = shape.target ?? 'mock'
  const state = shape.state ?? 'passed'
  const findings = listFindings(api, target, shape.findings ?? 0)
  const cases = listCases(api, target, shape.cases ?? 24, state, findings)
  const broken = new Set(findings.filter(({ level }) => level === 'error').flatMap(({ clauses }) => clauses))
  const clauses = listClauses(api, target, state, cases).map((clause) =>
    broken.has(clause.id) ? without(clause, 'failed') : clause,
  )
  const count = (wanted: ClauseState): number => clauses.filter((clause) => clause.state === wanted).length
  const worst = broken.size > 0 ? 'failed' : state === 'blocked' ? 'blocked' : 'passed'
  return {
    api: api.name,
    target,
    baseUrl: target === 'live' ? 'https://sandbox.vendor.example' : 'http://127.0.0.1:4010',
    now: '2026-03-02T09:00:00Z',
    document: {
      title: api.title,
      version: '2.0.0',
      sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      file: `specs/${api.name}/openapi.yaml`,
    },
    verdict: shape.verdict ?? worst,
    because: shape.because ?? [],
    counts: {
      cases: cases.length,
      requests: cases.filter(({ status }) => status !== null).length,
      controlRequests: target === 'mock' ? 0 : cases.length,
      passed: count('passed'),
      failed: count('failed'),
      blocked: count('blocked'),
      notRun: count('not-run'),
      notApplicable: count('not-applicable'),
    },
    coverage: {
      clauses: clauses.length,
      reachable: clauses.length - count('not-applicable'),
      exercised: count('passed') + count('failed'),
      policy: 100,
    },
    cells: listCells(api, clauses),
    clauses,
    cases,
    findings,
  }
}

function without(clause: ClauseReport, state: ClauseState): ClauseReport {
  const { because: _because, ...rest } = clause
  return { ...rest, state }
}

function listClauses(api: Api, target: TargetKind, state: ClauseState, cases: readonly CaseReport[]): ClauseReport[] {
  const json = '/content/application~1json/schema'
  const places: [string, ClauseReport['kind'], string][] = [
    ['/security/0', 'security', ''],
    ...api.members.map((member): [string, ClauseReport['kind'], string] => [
      `/requestBody${json}/properties/status/enum/${member}`,
      'accepts',
      ':accepts',
    ]),
    [`/requestBody${json}/properties/note/type`, 'refuses', ':refuses'],
    ...api.statuses.map((status): [string, ClauseReport['kind'], string] => [`/responses/${status}`, 'status', '']),
    ...api.fields.flatMap((field): [string, ClauseReport['kind'], string][] => [
      [`/responses/200${json}/required/${field}`, 'keyword', ''],
      [`/responses/200${json}/properties/${field}/type`, 'keyword', ''],
    ]),
    ...api.members.map((member): [string, ClauseReport['kind'], string] => [
      `/responses/200${json}/properties/status/enum/${member}`,
      'enum-member',
      '',
    ]),
    ['/responses/200/x-invariants/end-is-start-plus-duration', 'invariant', ''],
    ...api.fields
      .slice(3, 6)
      .map((field): [string, ClauseReport['kind'], string] => [`/x-update/${field}`, 'update', '']),
    ['/x-update/refused', 'update-refused', ''],
  ]
  return places.map(([pointer, kind, half], index) => {
    const outOfReach = target === 'mock' && (kind === 'update' || kind === 'update-refused')
    const mine: ClauseState = outOfReach ? 'not-applicable' : state
    const by = cases.filter((each, at) => each.verdict === 'passed' && at % 7 === index % 7).map(({ path }) => path)
    const isSeen = mine === 'passed' || mine === 'failed'
    return {
      id: `${api.operation}${pointer}${half}`,
      operation: api.operation,
      pointer,
      definedAt: { file: `specs/${api.name}/openapi.yaml`, pointer: '/paths', line: 40 + index * 3, column: 11 },
      kind,
      source: index % 3 === 0 ? 'assumed' : index % 3 === 1 ? 'seed' : 'vendor-docs',
      state: mine,
      by: isSeen ? by : [],
      ...(isSeen ? {} : { because: REASONS[mine] ?? '' }),
    }
  })
}

function listCells(api: Api, clauses: readonly ClauseReport[]): Cell[] {
  return api.statuses.map((status) => {
    const own = clauses.filter(({ pointer }) => pointer.startsWith(`/responses/${status}`))
    const state = own.some((clause) => clause.state === 'failed') ? 'failed' : (own[0]?.state ?? 'not-run')
    const because = own[0]?.because
    return {
      operation: api.operation,
      method: api.method,
      path: api.path,
      status,
      state,
      ...(because === undefined ? {} : { because }),
    }
  })
}

function listCases(
  api: Api,
  target: TargetKind,
  count: number,
  state: ClauseState,
  findings: readonly FindingReport[],
): CaseReport[] {
  const red = new Set(findings.filter(({ level }) => level === 'error').map((finding) => finding.case))
  return Array.from({ length: count }, (_, index) => {
    const path = casePath(api, index)
    const outOfReach = target === 'mock' && index % 8 === 7
    const verdict: ClauseState = red.has(path) ? 'failed' : outOfReach ? 'not-applicable' : state
    const isSeen = verdict === 'passed' || verdict === 'failed'
    const status = api.statuses[index % api.statuses.length] ?? '200'
    return {
      path,
      title: `a body whose ${api.fields[index % api.fields.length] ?? 'id'} is null is refused with ${status}`,
      operation: api.operation,
      status: isSeen ? Number(status) : null,
      verdict,
      ms: isSeen ? 1 + (index % 23) : 0,
      ...(isSeen ? {} : { because: REASONS[verdict] ?? '' }),
    }
  })
}

function casePath(api: Api, index: number): string {
  const field = api.fields[index % api.fields.length] ?? 'id'
  return `${api.operation}/negative-value/body/${field}/type/null-${index}`
}

function listFindings(api: Api, target: TargetKind, count: number): FindingReport[] {
  const levels = ['error', 'error', 'drift', 'error', 'assumption'] as const
  const rules = [
    'response_schema_conformance',
    'negative_data_rejection',
    'undocumented_field',
    'status_code_conformance',
    'response_schema_conformance',
  ]
  return Array.from({ length: count }, (_, index): FindingReport => {
    const field = api.fields[index % api.fields.length] ?? 'id'
    const pointer = `/responses/200/content/application~1json/schema/properties/${field}/type`
    const clause = `${api.operation}${pointer}`
    const path = casePath(api, index)
    const fingerprint = (index * 2654435761 + api.name.length).toString(16).padStart(12, '0').slice(0, 12)
    return {
      id: `${rules[index % 5] ?? ''}-${fingerprint}`,
      rule: rules[index % 5] ?? '',
      level: levels[index % 5] ?? 'error',
      operation: api.operation,
      method: api.method,
      path: api.path,
      case: path,
      clause,
      pointer: `/${field}`,
      definedAt: { file: `specs/${api.name}/openapi.yaml`, pointer, line: 88 + index, column: 15 },
      message: `the body breaks its schema at /${field}`,
      expected: 'an integer',
      received: '<string 17>',
      source: 'seed',
      fingerprint,
      count: 1 + ((index * 3) % 4),
      clauses: [clause, `${api.operation}/responses/200/content/application~1json/schema/required/${field}`],
      exchange: {
        request: {
          method: api.method,
          target: api.path.replaceAll(/\{\w+\}/g, '<integer>'),
          headers: [
            ['content-type', 'application/json'],
            ['authorization', 'Bearer $CONTRACT_TOKEN'],
          ],
          body: '{"note":"Please ring the bell","status":"CONFIRMED"}',
        },
        answer: {
          status: 200,
          headers: [['content-type', 'application/json']],
          body: `{"id":<integer>,"${field}":<string 17>,"status":"CONFIRMED"}`,
        },
      },
      curl: `curl -X ${api.method} -H 'content-type: application/json' -H "authorization: Bearer $CONTRACT_TOKEN" -d '{"status":"CONFIRMED"}' "$CONTRACT_BASE_URL/appointment/$APPOINTMENT_ID"`,
      replay: `contract-gate replay --api ${api.name} --target ${target} --seed 7 --case ${path}`,
    }
  })
}
