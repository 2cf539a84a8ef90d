import { expect, test } from 'vitest'
import { ContractError } from '../../../src/errors.ts'
import { stringifyJson } from '../../../src/json.ts'
import { compileSchema } from '../../../src/schemas/check-value.ts'
import { schemaOfGroup, suiteGroups, type SuiteGroup } from '../../support/json-schema-suite.ts'

/**
 * The address of schemas that only an HTTP request can load. The checker never uses the network, so groups with such
 * schemas are skipped.
 */
const REMOTE = 'http://localhost:1234/'

interface Result {
  readonly passed: number
  readonly failed: readonly string[]
  readonly remote: number
}

function run(groups: readonly SuiteGroup[], formats: 'assert' | 'annotate'): Result {
  const failed: string[] = []
  let passed = 0
  let remote = 0
  for (const group of groups) {
    const checker = checkerOf(group, formats)
    if (checker === undefined) remote += group.tests.length
    for (const { data, valid, description } of checker === undefined ? [] : group.tests) {
      if (checker?.isValid(data, 'response') === valid) passed += 1
      else failed.push(`${group.file}: ${group.description}: ${description} (${valid ? 'valid' : 'invalid'})`)
    }
  }
  return { passed, failed, remote }
}

/**
 * Returns the checker for the schema of a group. Returns undefined if the schema refers to a schema that must be
 * fetched over HTTP.
 */
function checkerOf(group: SuiteGroup, formats: 'assert' | 'annotate'): ReturnType<typeof compileSchema> | undefined {
  if (group.file === 'vocabulary' && stringifyJson(group.schema).includes(`"$schema":"${REMOTE}`)) return undefined
  try {
    return compileSchema(schemaOfGroup(group, formats))
  } catch (error) {
    const isMissing = error instanceof ContractError && /^(reference-remote|document-unreadable)$/.test(error.code)
    if (isMissing && stringifyJson(group.schema).includes(REMOTE)) return undefined
    throw error
  }
}

test('the checker agrees with every core test of the JSON-Schema-Test-Suite that needs no network', () => {
  expect(run(suiteGroups('core'), 'annotate')).toEqual({ passed: 1250, failed: [], remote: 49 })
})

/**
 * Matches the groups of tests that are skipped. They need features that are not supported: the keyword `dependencies`
 * (not part of 2020-12), schemas of other drafts, and `$id` in unknown keywords.
 */
const NOT_SUPPORTED = /^(dependencies-compatibility|cross-draft|unknownKeyword):/

test('the checker agrees with the optional tests of the suite, except those about other drafts', () => {
  const { failed } = run(suiteGroups('optional'), 'assert')
  expect(failed.filter((each) => !NOT_SUPPORTED.test(each))).toEqual([])
})

test('the checker accepts every valid value of the suite for each format', () => {
  const { failed } = run(suiteGroups('format'), 'assert')
  expect(failed.filter((each) => each.endsWith('(valid)'))).toEqual([])
})
