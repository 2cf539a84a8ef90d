import { describe, expect, test } from 'vitest'
import { readDocument } from '../../../src/document/read-document.ts'
import type { Role } from '../../../src/operations/annotations.ts'
import { listOperations } from '../../../src/operations/list-operations.ts'
import { sandboxRun } from '../../support/sandbox-run.ts'

/**
 * Returns the roles that the scenarios of an API use, except the roles anonymous and malformed, which need no
 * credentials.
 */
function rolesOf(api: string): Role[] {
  const asked = listOperations(readDocument(`specs/${api}/openapi.yaml`)).flatMap(({ scenarios }) =>
    scenarios.flatMap((scenario) => scenario.as),
  )
  return [...new Set<Role>(['partner', ...asked])].filter((role) => role !== 'anonymous' && role !== 'malformed')
}

describe.each(['lobbie', 'aniva'])('a run of %s on the sandbox', (api) => {
  test('passes if there are credentials for every role', async () => {
    const run = await sandboxRun(api, (established) => established)
    expect([run.verdict, run.because]).toEqual(['passed', []])
  })

  test.each(rolesOf(api))('is blocked without the credentials of the role %s, and names this role', async (role) => {
    const run = await sandboxRun(api, (established) => {
      const { [role]: _gone, ...credentials } = established.credentials
      return { ...established, credentials }
    })
    const blocked = run.cases.filter(({ verdict }) => verdict === 'blocked')
    expect(run.verdict).toBe('blocked')
    expect(run.findings).toEqual([])
    expect(run.because.join('\n')).toContain(
      `no credentials for ${role === 'partner' ? 'a partner' : `the role ${role}`}`,
    )
    expect(blocked.length).toBeGreaterThan(0)
    expect(
      run.cases.filter(
        ({ path, verdict }) =>
          path.startsWith('updateAppointment/scenario/') && path.endsWith(`/${role}`) && verdict === 'passed',
      ),
    ).toEqual([])
  })

  test.each([
    ['the stored fixture', { observe: () => Promise.resolve({ subject: null, bystander: null }) }],
    ['the time zone of the location', { given: {} }],
    ['the valid values of server data', { values: {} }],
  ])('does not pass if the target does not return %s for a provider state', async (_name, change) => {
    const run = await sandboxRun(api, (established) => ({ ...established, ...change }))
    expect(run.verdict).not.toBe('passed')
  })
})
