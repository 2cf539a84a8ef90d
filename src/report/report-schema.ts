import { listStates } from './states.ts'

const text = { type: 'string' } as const
const count = { type: 'integer', minimum: 0 } as const
const texts = { type: 'array', items: text } as const
const headers = {
  type: 'array',
  items: { type: 'array', prefixItems: [text, text], minItems: 2, items: false },
} as const
const verdict = { enum: ['passed', 'failed', 'blocked', 'error'] } as const
const state = { enum: listStates() } as const
const source = { enum: ['seed', 'vendor-docs', 'assumed', 'unstated'] } as const

interface ObjectSchema {
  readonly type: 'object'
  readonly required: readonly string[]
  readonly properties: Readonly<Record<string, object>>
  readonly additionalProperties: false
}

function object(
  required: Readonly<Record<string, object>>,
  optional: Readonly<Record<string, object>> = {},
): ObjectSchema {
  return {
    type: 'object',
    required: Object.keys(required),
    properties: { ...required, ...optional },
    additionalProperties: false,
  }
}

function list(items: object): object {
  return { type: 'array', items }
}

const location = object({
  file: text,
  pointer: text,
  line: { type: 'integer', minimum: 1 },
  column: { type: 'integer', minimum: 1 },
})

const cell = object({ operation: text, method: text, path: text, status: text, state }, { because: text })

const clause = object(
  {
    id: text,
    operation: text,
    pointer: text,
    definedAt: location,
    kind: {
      enum: [
        'status',
        'content-type',
        'header',
        'keyword',
        'enum-member',
        'nullable',
        'accepts',
        'refuses',
        'security',
        'invariant',
        'update',
        'update-refused',
      ],
    },
    source,
    state,
    by: texts,
  },
  { because: text, halves: object({ withheld: texts, given: texts }) },
)

const caseReport = object(
  {
    path: text,
    title: text,
    operation: text,
    status: { type: ['integer', 'null'], minimum: 100, maximum: 999 },
    verdict: state,
    ms: { type: 'number', minimum: 0 },
  },
  { because: text },
)

const exchange = object({
  request: object({ method: text, target: text, headers }, { body: text }),
  answer: {
    oneOf: [object({ status: { type: 'integer' }, headers, body: text }), object({ failure: text })],
  },
})

const finding = object(
  {
    id: text,
    rule: text,
    level: { enum: ['error', 'drift', 'assumption'] },
    operation: text,
    method: text,
    path: text,
    case: text,
    clause: text,
    pointer: text,
    definedAt: location,
    message: text,
    expected: text,
    received: text,
    source,
    fingerprint: { type: 'string', minLength: 1 },
    count: { type: 'integer', minimum: 1 },
    clauses: texts,
    exchange,
    curl: text,
    replay: text,
  },
  { cause: text, shrunk: object({ from: text, requests: count }) },
)

const ofOperation = { cells: list(cell), clauses: list(clause), cases: list(caseReport), findings: list(finding) }

const status = { type: 'integer' } as const

const reach = object(
  { operation: text, statuses: list(status) },
  {
    open: object({
      told: { enum: ['reached', 'unreached'] },
      because: text,
      next: list(object({ on: list(status), say: text })),
      otherwise: object(ofOperation),
    }),
  },
)

const overlay = object({ file: text, sha256: text }, { overrides: list(object({ pointer: text, file: text })) })

const run = object(
  {
    api: text,
    target: { enum: ['mock', 'sandbox', 'live'] },
    baseUrl: text,
    now: text,
    document: object({ title: text, version: text, sha256: text, file: text }, { overlays: list(overlay) }),
    verdict,
    because: texts,
    counts: object({
      cases: count,
      requests: count,
      controlRequests: count,
      passed: count,
      failed: count,
      blocked: count,
      notRun: count,
      notApplicable: count,
    }),
    coverage: object({
      clauses: count,
      reachable: count,
      exercised: count,
      policy: { type: 'number', minimum: 0, maximum: 100 },
    }),
    ...ofOperation,
    latency: object({ buckets: list(object({ upTo: { type: ['number', 'null'] }, count })) }),
  },
  {
    reach: list(reach),
    notCompiled: list(object({ definedAt: location, message: text })),
  },
)

/** JSON Schema 2020-12 of `contract-report.json`; `report.schema.json` beside this file is the same, published. */
export const reportSchema: object = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:contract-gate:contract-report:1',
  title: 'contract-report.json',
  description:
    'What a contract gate saw: one run for each api and target. Counts are clauses unless they are named cases or requests. Values from outside never stand in it, unless showsValues says so: they are typed tokens such as <string 17>.',
  ...object(
    {
      schemaVersion: { const: 2 },
      tool: object({ name: text, version: text }),
      startedAt: text,
      durationMs: { type: 'number', minimum: 0 },
      seed: { type: 'integer' },
      now: text,
      verdict,
      runs: list(run),
    },
    {
      shard: object({ index: { type: 'integer', minimum: 1 }, of: { type: 'integer', minimum: 1 } }),
      lean: { const: true },
      showsValues: { const: true },
    },
  ),
}
