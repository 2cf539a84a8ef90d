import { describe, expect, test } from 'vitest'
import * as own from '../../../src/client/errors.ts'
import { expectStatus, UnexpectedStatus } from '../../../src/client/expect-status.ts'

/** Loads a second copy of a module, as if a project had two versions of the package. */
async function secondCopy<Module>(file: string): Promise<Module> {
  return (await import(`../../../src/client/${file}.ts?copy`)) as Module
}

const other = {
  ...(await secondCopy<typeof own>('errors')),
  ...(await secondCopy<{ readonly UnexpectedStatus: typeof UnexpectedStatus }>('expect-status')),
}

const errors = (from: typeof own): readonly Error[] => [
  new from.ContractViolation({
    ...{ operation: 'getThing', rule: 'status_code_conformance', pointer: '/responses' },
    ...{ status: 418, at: '', expected: '200' },
  }),
  new from.RequestRefused('getThing', { pointer: '/parameters', at: '', expected: 'a text' }),
  new from.ServerUnavailable('getThing', 503, undefined, true),
  new from.NetworkFailure('getThing', undefined),
  new from.OutOfTime('getThing', 1000, true),
  new from.CredentialsFailure('getThing', { reason: 'refused' }),
]

describe('instanceof for errors of two copies of the package', () => {
  test('is tested with two copies that have different classes', () => {
    expect(other.ContractViolation).not.toBe(own.ContractViolation)
    expect(other.UnexpectedStatus).not.toBe(UnexpectedStatus)
  })

  test.each(errors(other).map((error) => [error.name, error] as const))(
    'is true for a %s of the other copy if the class is ClientError or has the same name, and false otherwise',
    (name, error) => {
      const classes = Object.entries(own).filter(([, type]) => error instanceof (type as typeof own.OutOfTime))
      expect(classes.map(([key]) => key).toSorted()).toEqual(['ClientError', name].toSorted())
    },
  )

  test('is true for an UnexpectedStatus of the other copy', () => {
    expect(new other.UnexpectedStatus({ status: 409, body: {} }, '200')).toBeInstanceOf(UnexpectedStatus)
    expect(() => expectStatus({ status: 404, body: {} } as { status: 200 | 404; body: object }, 200)).toThrow(
      other.UnexpectedStatus,
    )
  })

  test('is false for a value that only has the name of an error', () => {
    const values = [Object.assign(new Error('x'), { name: 'ContractViolation' }), { name: 'OutOfTime' }, null, 'text']
    for (const value of values) {
      expect(value instanceof own.ClientError || value instanceof own.ContractViolation).toBe(false)
      expect(value instanceof own.OutOfTime).toBe(false)
    }
  })

  test('is true for a subclass that a consumer defines only if the error was created with the subclass', () => {
    class Mine extends own.NetworkFailure {}
    expect(new Mine('getThing', undefined)).toBeInstanceOf(own.NetworkFailure)
    expect(new Mine('getThing', undefined)).toBeInstanceOf(Mine)
    expect(new own.NetworkFailure('getThing', undefined)).not.toBeInstanceOf(Mine)
  })
})
