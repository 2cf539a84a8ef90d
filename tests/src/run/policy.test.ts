import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { DEFAULT_POLICY, readPolicy, type Policy } from '../../../src/run/policy.ts'
import { folderWith } from '../../support/in-folder.ts'

const ENTRY = 'accept-blocked: [{ role: expired, reason: none, owner: Ada, expires: 2026-01-05 }]'

const folders: { remove(): void }[] = []
afterAll(() => folders.forEach((folder) => folder.remove()))

function read(text: string): Policy {
  const folder = folderWith({ 'policy.yaml': text })
  folders.push(folder)
  return readPolicy(join(folder.path, 'policy.yaml'))
}

test.each<[string, Policy['coverage'], Policy['blocked']]>([
  ['coverage: { mock: 90, sandbox: 100, live: 50.5 }', { mock: 90, sandbox: 100, live: 50.5 }, { kind: 'fail' }],
  ['coverage: { mock: 0 }', { mock: 0, sandbox: 0, live: 0 }, { kind: 'fail' }],
  ['blocked: fail', DEFAULT_POLICY.coverage, { kind: 'fail' }],
  ['blocked: { allow: no second key }', DEFAULT_POLICY.coverage, { kind: 'allow', because: 'no second key' }],
  ['{}', DEFAULT_POLICY.coverage, { kind: 'fail' }],
])('the policy %s is read', (text, coverage, blocked) => {
  expect(read(text)).toEqual({ coverage, blocked, overlays: [] })
})

test('a policy can list roles that may be blocked', () => {
  const entry = { role: 'expired', reason: 'only the issuer can sign', owner: 'Ada', expires: '2026-01-05' }
  expect(read(`accept-blocked: [${JSON.stringify(entry)}]`).acceptBlocked).toEqual([entry])
})

test('if the policy file does not exist, blocked clauses block the run', () => {
  expect(readPolicy('no-such-folder/policy.yaml')).toEqual({
    coverage: { mock: 0, sandbox: 0, live: 0 },
    blocked: { kind: 'fail' },
    overlays: [],
  })
})

describe('an invalid policy', () => {
  test.each([
    ['coverage: { mock: 101 }', 'coverage of mock is not a number from 0 to 100'],
    ['coverage: { mock: -1 }', 'coverage of mock is not a number from 0 to 100'],
    ['coverage: { mock: all }', 'coverage of mock is not a number from 0 to 100'],
    ['coverage: { moon: 1 }', '`coverage` names an unknown target moon'],
    ['coverage: 100', '`coverage` is not a map of targets'],
    ['blocked: allow', '`blocked` is neither'],
    ['blocked: { allow: }', '`blocked` is neither'],
    ["blocked: { allow: '  ' }", '`blocked` is neither'],
    ['levels: {}', 'unknown key levels'],
    ['accept-blocked: expired', '`accept-blocked` is not a list'],
    ['accept-blocked: [expired]', 'has the keys role, reason, owner and expires'],
    [ENTRY.replace('Ada', "''"), '`owner` of an entry of `accept-blocked` is missing or empty'],
    [ENTRY.replace('owner: Ada, ', ''), '`owner` of an entry of `accept-blocked` is missing or empty'],
    [ENTRY.replace('owner', 'boss'), 'has the keys role, reason, owner and expires'],
    [ENTRY.replace('2026-01-05', '2026-02-30'), '`expires` of an entry of `accept-blocked` is not a date'],
    [ENTRY.replace('expired', 'partner'), 'names an unknown role partner'],
    [ENTRY.replace('expired', 'expird'), 'names an unknown role expird'],
    [ENTRY.replace(/(.*\[)(.*)(\])/, '$1$2, $2$3'), 'has two entries for the role expired'],
    ['- coverage', 'the file is not a map'],
    ['', 'the input is empty'],
    ['coverage: {', 'The policy is invalid'],
  ])('is reported with its file: %s', (text, sentence) => {
    expect(() => read(text)).toThrow(
      expect.objectContaining({ code: 'bad-policy', message: expect.stringContaining(sentence) }),
    )
    expect(() => read(text)).toThrow(/where .*policy\.yaml\n {2}next {3}write/)
  })
})
