import type { ClauseKind } from '../clauses/clause.ts'
import { described, list, object, oneOf } from './typed-schema.ts'

// The one definition of a report. `report.ts` derives its types, and the build writes `report.schema.json`.

const text = { type: 'string' } as const
const count = { type: 'integer', minimum: 0 } as const
const one = { type: 'integer', minimum: 1 } as const
const milliseconds = { type: 'number', minimum: 0 } as const
const texts = list(text)
const headers = list({ type: 'array', prefixItems: [text, text], minItems: 2, items: false } as const)
const verdict = oneOf('passed', 'failed', 'blocked', 'error')
const state = oneOf('failed', 'blocked', 'passed', 'not-run', 'not-applicable')
const source = oneOf('seed', 'vendor-docs', 'assumed', 'unstated')
const because = { because: described('Why the state is not passed or failed.', text) }
const kind = oneOf<ClauseKind>(
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
)

const location = object({ file: text, pointer: text, line: one, column: one })

export const cellSchema = object({ operation: text, method: text, path: text, status: text, state }, because)

export const clauseSchema = object(
  {
    id: text,
    operation: text,
    pointer: text,
    definedAt: location,
    kind,
    source,
    state,
    by: described('Paths of the cases that exercised it, in plan order.', texts),
  },
  {
    ...because,
    halves: described(
      'Of a security clause: the cases that showed each half. Merging shards needs it.',
      object({ withheld: texts, given: texts }),
    ),
  },
)

export const caseSchema = object(
  {
    path: text,
    title: text,
    operation: text,
    status: described('Of the response; null if there was no response.', {
      type: ['integer', 'null'],
      minimum: 100,
      maximum: 999,
    } as const),
    verdict: state,
    ms: described('Until the whole response was read, in milliseconds.', milliseconds),
  },
  because,
)

export const exchangeSchema = described(
  'An exchange. Outside text is replaced by its type, such as <string 17>, unless the report has showsValues.',
  object({
    request: object({ method: text, target: text, headers }, { body: text }),
    answer: {
      oneOf: [object({ status: { type: 'integer' } as const, headers, body: text }), object({ failure: text })],
    },
  }),
)

export const findingSchema = object(
  {
    id: described('Rule and fingerprint.', text),
    rule: text,
    level: oneOf('error', 'warning', 'assumption', 'drift'),
    operation: text,
    method: text,
    path: text,
    case: described('The first case that showed it.', text),
    clause: text,
    pointer: described('JSON Pointer into the response body, or the name of a header.', text),
    definedAt: location,
    message: text,
    expected: text,
    received: text,
    source,
    fingerprint: described('The same in every run, and different for different causes. Independent of wording.', {
      type: 'string',
      minLength: 1,
    } as const),
    count: described('How often it was seen.', one),
    clauses: described('Every clause that it breaks.', texts),
    exchange: exchangeSchema,
    curl: text,
    replay: text,
  },
  {
    fix: described('What to change, where the advice of the rule does not fit.', text),
    cause: described('Findings with the same cause are one finding. Merging shards needs it.', text),
    shrunk: described(
      'A random case found it: the case that it was shrunk from, and the requests that this took.',
      object({ from: text, requests: count }),
    ),
  },
)

const ofOperation = {
  cells: described('Operations × documented statuses.', list(cellSchema)),
  clauses: list(clauseSchema),
  cases: described('The whole plan in its order. In a shard, the cases of other shards are not-run.', list(caseSchema)),
  findings: list(findingSchema),
}

export const ofOperationSchema = object(ofOperation)

const statuses = list({ type: 'integer' } as const)

export const nextSchema = object({ on: statuses, say: text })

export const reachSchema = object(
  {
    operation: text,
    statuses: described('What valid requests of the operation got in this shard.', statuses),
  },
  {
    open: described(
      'Present if no status shows that the operation is reachable: then the other shards decide.',
      object({
        shown: described('How the report of this shard counts the operation.', oneOf('reached', 'unreached')),
        because: described('Why nothing of it could be judged, by the responses of this shard.', text),
        next: list(nextSchema),
        otherwise: described('What the report says of the operation in the other case.', ofOperationSchema),
      }),
    ),
  },
)

export const overlaySchema = object(
  { file: text, sha256: described('Of its text, hexadecimal.', text) },
  {
    overrides: described(
      'Values of earlier overlays that it replaced or removed, by JSON Pointer into the document.',
      list(object({ pointer: text, file: text })),
    ),
  },
)

export const runSchema = object(
  {
    api: text,
    target: oneOf('mock', 'sandbox', 'live'),
    baseUrl: text,
    now: text,
    document: object(
      { title: text, version: text, sha256: text, file: text },
      { overlays: described('Applied to the document, in order.', list(overlaySchema)) },
    ),
    verdict,
    because: described('Why the verdict is blocked or error, and what to do.', texts),
    counts: object({
      cases: count,
      requests: count,
      controlRequests: described('Requests for tokens and provider states.', count),
      passed: count,
      failed: count,
      blocked: count,
      notRun: count,
      notApplicable: count,
    }),
    coverage: object({
      clauses: count,
      reachable: described('Clauses that this target can show.', count),
      exercised: count,
      policy: described('The share of the reachable clauses that the policy requires, in percent.', {
        type: 'number',
        minimum: 0,
        maximum: 100,
      } as const),
    }),
    ...ofOperation,
  },
  {
    reach: described('Of a shard on a server without provider states: which operations it reached.', list(reachSchema)),
    notCompiled: described(
      'Schemas of the document that do not compile and were skipped.',
      list(object({ definedAt: location, message: text })),
    ),
  },
)

/** JSON Schema 2020-12 of `contract-report.json`; published as `report.schema.json`. */
export const reportSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:contract-gate:contract-report:2',
  title: 'contract-report.json',
  description:
    'The result of contract-gate: one run per API and target. Counts are clauses unless they are called cases or requests.',
  ...object(
    {
      schemaVersion: { const: 2 } as const,
      tool: object({ name: text, version: text }),
      startedAt: described('Time of the machine, ISO 8601.', text),
      durationMs: milliseconds,
      seed: { type: 'integer' } as const,
      now: described('Start of the simulated time that was asked for; each run has its own `now`.', text),
      verdict,
      runs: list(runSchema),
    },
    {
      shard: object({ index: one, of: one }),
      lean: described('The plan has only as many cases as exercise each clause once.', { const: true } as const),
      showsValues: described('Findings contain values from servers: do not publish the report.', {
        const: true,
      } as const),
    },
  ),
}
