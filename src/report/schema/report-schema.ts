import { CLAUSE_KINDS } from '../../clauses/clause.ts'
import { described, list, object, oneOf } from './typed-schema.ts'

// The only definition of a report. The types in `report.ts` are derived from it, and the build writes it to
// `report.schema.json`.

const text = { type: 'string' } as const
const count = { type: 'integer', minimum: 0 } as const
const one = { type: 'integer', minimum: 1 } as const
const milliseconds = { type: 'number', minimum: 0 } as const
const texts = list(text)
const headers = list({ type: 'array', prefixItems: [text, text], minItems: 2, items: false } as const)
const verdict = oneOf('passed', 'failed', 'blocked', 'error')
const state = oneOf('failed', 'known', 'disproved', 'blocked', 'passed', 'not-run', 'not-applicable')
const level = oneOf('error', 'warning', 'assumption', 'drift')
const source = oneOf('seed', 'vendor-docs', 'assumed', 'open', 'unstated')
const because = { because: described('The reason for any state except passed, failed and disproved.', text) }
const kind = oneOf(...CLAUSE_KINDS)

/** The properties of a baseline entry that a person must write: reason, owner and last day. */
const responsible = {
  reason: text,
  owner: text,
  expires: described('Last day of the entry, such as 2026-01-05.', text),
}

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
    by: described('Paths of the cases that exercised the clause, in plan order.', texts),
  },
  {
    ...because,
    halves: described(
      'Only for a security clause: the cases without valid credentials (`withheld`) and with valid credentials (`given`). Needed to merge reports.',
      object({ withheld: texts, given: texts }),
    ),
  },
)

export const caseSchema = object(
  {
    path: text,
    title: text,
    operation: text,
    status: described('Status of the response; null if there was no response.', {
      type: ['integer', 'null'],
      minimum: 100,
      maximum: 999,
    } as const),
    verdict: state,
    ms: described('Milliseconds from sending the request until the whole response was read.', milliseconds),
  },
  because,
)

export const exchangeSchema = described(
  'A request and its response. Values from the server are replaced by their type, such as <string 17>, unless the report has showsValues.',
  object({
    request: object({ method: text, target: text, headers }, { body: text }),
    answer: {
      oneOf: [object({ status: { type: 'integer' } as const, headers, body: text }), object({ failure: text })],
    },
  }),
)

export const findingSchema = object(
  {
    id: described('The id of the rule followed by the fingerprint.', text),
    rule: text,
    level,
    operation: text,
    method: text,
    path: text,
    case: described('The first case that showed the finding.', text),
    clause: text,
    pointer: described('JSON Pointer into the response body, or the name of a header.', text),
    definedAt: location,
    message: text,
    expected: text,
    received: text,
    source,
    fingerprint: described('Identifies the cause across runs. It does not depend on the wording of the message.', {
      type: 'string',
      minLength: 1,
    } as const),
    count: described('Number of times that the finding was seen.', one),
    clauses: described('Every clause that failed for this cause.', texts),
    exchange: exchangeSchema,
    curl: text,
    replay: text,
  },
  {
    fix: described('What to change. Present only if the general advice of the rule does not fit.', text),
    cause: described('A text that is the same for all findings with the same cause. Needed to merge reports.', text),
    failures: described(
      'The failed clauses, each with the rule that found it. Present only if one of them was found by another rule.',
      list(object({ clause: text, rule: text })),
    ),
    baseline: described(
      'Only with --baseline. `known`: every failed clause has a valid entry. `expired`: every failed clause has an entry, and one of them has expired. `new`: a failed clause has no entry.',
      object(
        { state: oneOf('new', 'known', 'expired') },
        {
          ...responsible,
          missing: described(
            'Only if the state is new and some clauses have an entry: the clauses without one.',
            texts,
          ),
        },
      ),
    ),
    shrunk: described(
      'Only if a random case showed the finding: the case before shrinking, and the number of requests that shrinking took.',
      object({ from: text, requests: count }),
    ),
  },
)

const ofOperation = {
  cells: described('One cell for each documented status of each operation.', list(cellSchema)),
  clauses: list(clauseSchema),
  cases: described(
    'All cases of the plan, in plan order. In the report of a shard, the cases of other shards are not-run.',
    list(caseSchema),
  ),
  findings: list(findingSchema),
}

export const ofOperationSchema = object(ofOperation)

const statuses = list({ type: 'integer' } as const)

export const nextSchema = object({ on: statuses, say: text })

export const reachSchema = object(
  {
    operation: text,
    statuses: described('The statuses that valid requests of the operation got in this shard.', statuses),
  },
  {
    open: described(
      'Present if no status in this list shows that the operation is reachable. In this case, the statuses of the other shards decide.',
      object({
        shown: described(
          'What the rest of this report assumes about the operation: `reached` if it is reachable, otherwise `unreached`.',
          oneOf('reached', 'unreached'),
        ),
        because: described(
          'The reason why no clause of the operation could be judged, if only the responses of this shard are considered.',
          text,
        ),
        next: list(nextSchema),
        otherwise: described(
          'The content that this report would have for the operation if the opposite of `shown` is true.',
          ofOperationSchema,
        ),
      }),
    ),
  },
)

export const overlaySchema = object(
  { file: text, sha256: described('SHA-256 of the text of the file, hexadecimal.', text) },
  {
    overrides: described(
      'Values of earlier overlays that this overlay replaced or removed, by JSON Pointer into the document.',
      list(object({ pointer: text, file: text })),
    ),
  },
)

export const causeSchema = object(
  {
    title: described('The problem and where it was seen.', text),
    rule: text,
    level,
    count: described('Number of times that the findings were seen.', one),
    operations: described('Ids of the operations that have at least one of these findings.', texts),
    findings: described('The ids of the findings, the worst first.', texts),
  },
  { isKnown: described('The findings are known failures of the baseline.', { const: true } as const) },
)

export const baselineEntrySchema = object(
  {
    operation: text,
    clause: text,
    rule: text,
    ...responsible,
    firstSeen: text,
    lastSeen: text,
    line: described('Line of the entry in the file.', one),
    state: described(
      'failing: a known failure. not-judged: the run cannot decide, for the reason `because`. The gate fails for every other state.',
      oneOf('failing', 'expired', 'fixed', 'never-run', 'unknown-clause', 'not-judged'),
    ),
  },
  {
    because: described('The reason for the state.', text),
    case: described('The case that showed the failure first.', text),
  },
)

export const acceptedRoleSchema = object({
  role: text,
  ...responsible,
  cases: described('Number of blocked cases of the role.', one),
  clauses: described('Number of clauses that are blocked only because of the role.', count),
})

export const gapSchema = object({
  kind: described('The kind of fault.', text),
  weight: oneOf('harm', 'wrong', 'lenient'),
  sentence: described('Completes the sentence "This run would not detect it if the server …".', text),
  places: described(
    'The responses in which the run would not detect the fault, with the names of properties, parameters or headers.',
    list(object({ operation: text, method: text, path: text, status: text, fields: texts })),
  ),
  overlay: described('The actions of an OpenAPI Overlay with which the run detects the fault. YAML.', text),
})

export const whatIfSchema = object({
  tried: described('Number of altered responses that were judged.', count),
  gaps: described('The faults that the run would not detect, the most harmful first.', list(gapSchema)),
})

const assumptionState = oneOf('confirmed', 'disproved', 'never-shown')

export const assumptionRecordSchema = object(
  { state: assumptionState },
  {
    first: described('First date on which this state was shown.', text),
    last: described('Last date on which this state was shown.', text),
    document: described('Version of the document on the last date.', text),
  },
)

export const assumptionSchema = object(
  {
    id: described('An assumed clause, or the path of a case whose expectation is assumed.', text),
    state: assumptionState,
  },
  {
    against: described(
      'What contradicted the assumption: statuses, names and types, no values.',
      list(
        object({ rule: text, case: text, at: text, expected: text, received: text }, { negative: text, field: text }),
      ),
    ),
    record: described(
      'The results of this run and of earlier runs, as the file of assumptions records them.',
      assumptionRecordSchema,
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
      { overlays: described('The overlays that were applied to the document, in order.', list(overlaySchema)) },
    ),
    verdict,
    because: described(
      'The reasons why the verdict is blocked or error, and the entries of the baseline for which the gate fails, with what to do.',
      texts,
    ),
    counts: object(
      {
        cases: count,
        requests: count,
        controlRequests: described('Number of requests for tokens and provider states.', count),
        passed: count,
        failed: count,
        blocked: count,
        notRun: count,
        notApplicable: count,
      },
      {
        disproved: described('Number of assumed clauses that a live server contradicted; absent if 0.', count),
        known: described(
          'Number of exercised clauses that the baseline lists; they count as neither passed nor failed.',
          count,
        ),
      },
    ),
    coverage: object({
      clauses: count,
      reachable: described('Number of clauses that can be checked on this target.', count),
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
    reach: described(
      'Only in the report of a shard on a server without provider states: which operations it reached.',
      list(reachSchema),
    ),
    acceptedBlocked: described(
      'Roles without usable credentials that policy.yaml allows to be blocked on a live target. Their clauses still have the verdict blocked.',
      list(acceptedRoleSchema),
    ),
    baseline: described(
      'Only with --baseline: the known failures of the run.',
      object({ file: text, entries: list(baselineEntrySchema) }),
    ),
    assumptions: described('Only on a live target: the assumptions of the document.', list(assumptionSchema)),
    whatIf: described('Only with --what-if: faults that the run would not detect.', whatIfSchema),
    notCompiled: described(
      'Schemas of the document that do not compile and were skipped.',
      list(object({ definedAt: location, message: text })),
    ),
    values: described(
      'The sources of path values that came from responses, and what happened to the objects that the run created.',
      texts,
    ),
  },
)

/** The JSON Schema of `contract-report.json`, published as `report.schema.json`. */
export const reportSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:contract-gate:contract-report:2',
  title: 'contract-report.json',
  description:
    'The result of contract-gate: one run per API and target. Counts are numbers of clauses, unless their name says cases or requests.',
  ...object(
    {
      schemaVersion: { const: 2 } as const,
      tool: object({ name: text, version: text }),
      startedAt: described('Start of the run by the clock of the machine, ISO 8601.', text),
      durationMs: milliseconds,
      seed: { type: 'integer' } as const,
      now: described(
        'The start of the simulated time that the user requested, ISO 8601. The start that a run really used is the `now` of that run.',
        text,
      ),
      verdict,
      runs: list(runSchema),
    },
    {
      causes: described(
        'The findings grouped by probable cause, the worst first. Findings with one cause have equal level, rule, status and problem.',
        list(causeSchema),
      ),
      shard: object({ index: one, of: one }),
      plan: described('The plan, if it is not the default: with fewer cases, or with combinations.', {
        enum: ['lean', 'deep'],
      } as const),
      filters: described(
        'The operations, writes and rules that options of the run left out.',
        object(
          {},
          {
            operations: described('--operation, --exclude-operation, --tag or --path were given.', {
              const: true,
            } as const),
            writes: described('--no-writes was given.', { const: true } as const),
            checks: described('Ids of the rules that were checked, if --checks or --exclude-checks was given.', texts),
          },
        ),
      ),
      showsValues: described('Findings contain values from servers: do not publish the report.', {
        const: true,
      } as const),
    },
  ),
}
