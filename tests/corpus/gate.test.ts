import { describe, expect, test } from 'vitest'
import { findingsOf, runGate, runMain } from '../support/run-main.ts'
import { BLOCKFROST, example, GALAXY } from './documents.ts'

/**
 * Documents, and the exit code and findings that the gate must report for each. The comments say why the findings are
 * right.
 */
const DOCUMENTS: readonly [file: string, code: number, findings: readonly string[]][] = [
  // This document has parameters and responses in components, and `default` responses for errors.
  [example('3.0/yaml/petstore-expanded.yaml'), 0, []],
  // This document has problem+json and problem+xml, links, `oneOf` with `const`, OAuth 2.0 and response headers.
  [
    example('3.1/json/train-travel.json'),
    1,
    [
      // The example of the 200 response contains `cvc`, although `cvc` is writeOnly.
      'write_only_in_response error create-booking-payment/responses/200/content/application~1json/schema/allOf/0/properties/source/anyOf/0',
    ],
  ],
  // This document has webhooks, XML, seven security alternatives, readOnly, writeOnly and multipart.
  // The exit code is 2, because a schema of the document is invalid: the `examples` of the schema is not a list.
  [GALAXY, 2, []],
  [
    example('3.0/json/request-examples.json'),
    1,
    [
      // `/requestBody-primitive-example`: the response schemas require an object or an array, but the examples are
      // strings.
      'response_schema_conformance error patch /requestBody-primitive-example/responses/200/content/application~1json/schema/type',
      'response_schema_conformance error put /requestBody-primitive-example/responses/200/content/application~1json/schema/type',
      // `/parameterExamples`: the example of the response has two undeclared fields, so there are two findings. The
      // findings are reported for GET only, because PATCH has the same response.
      'undocumented_field drift get /parameterExamples/{param1}/{param2}/responses/200/content/application~1json/schema',
      'undocumented_field drift get /parameterExamples/{param1}/{param2}/responses/200/content/application~1json/schema',
    ],
  ],
]

describe('the gate on a mock', () => {
  test.each(DOCUMENTS)(
    'of the document %s exits %i with exactly the expected findings',
    async (file, code, findings) => {
      const ran = await runGate(['--spec', file, '--target', 'mock'], {}, true)
      expect(findingsOf(ran.report).toSorted()).toEqual([...findings].toSorted())
      expect(ran.code).toBe(code)
      const [run] = ran.report.runs
      // There can be more requests than cases, because the gate repeats a request whose response has a finding.
      expect(run?.counts.requests).toBeGreaterThanOrEqual(run?.counts.cases ?? 0)
      expect(run?.coverage.exercised).toBeGreaterThan(30)
    },
  )
})

/**
 * The operations that the test runs. Together they have paging, sorting, two path parameters, binary bodies, and a path
 * that matches two templates. A run of the whole document takes a minute and has the same result.
 */
const BLOCKFROST_IDS = [
  'get /blocks/{hash_or_number}/previous',
  'get /governance/proposals',
  'get /epochs/{number}/stakes',
  'get /txs/{hash}/delegations',
  'get /mempool/{hash}',
  'get /addresses/{address}/utxos',
  'get /pools/{pool_id}',
  'get /scripts',
  'post /ipfs/pin/remove/{IPFS_path}',
]

test('nine operations of a large invalid document have no findings if --no-validate is set', async () => {
  const only = BLOCKFROST_IDS.flatMap((id) => ['--operation', id])
  const { code, report } = await runGate(['--spec', BLOCKFROST, '--target', 'mock', '--no-validate', ...only])
  expect([code, findingsOf(report)]).toEqual([0, []])
  expect(report.runs[0]?.coverage.exercised).toBeGreaterThan(200)
})

test('a dry run prints the plan and sends nothing', async () => {
  const { code, out } = await runMain(['gate', '--spec', GALAXY, '--target', 'mock', '--dry-run'])
  expect(code).toBe(0)
  expect(out).toContain('PUT /planets/1')
})

test('a run of a document without clauses exits 2', async () => {
  const { code, report } = await runGate(['--spec', example('3.1/json/schema-encoding-style.json'), '--target', 'mock'])
  expect(code).toBe(2)
  expect(report.runs[0]?.because).toEqual(['no clause was exercised'])
})
