import type { StandardSchemaV1 } from '@standard-schema/spec'
import { describe, expect, expectTypeOf, test } from 'vitest'
import {
  checkAppointment,
  type checkUpdateAppointment401Headers,
  type checkUpdateAppointmentRequest,
  type Check,
} from '../../../generated/lobbie/validators.js'
import * as lobbie from '../../../generated/lobbie/validators.js'
import type { Appointment, UpdateAppointmentRequest } from '../../../generated/lobbie/index.ts'
import { checkOf, type Check as CheckInSource } from '../../../src/generate/parts/mismatch.ts'
import { lobbieAppointment } from '../client/fixtures.ts'

const { validate, version, vendor } = checkAppointment['~standard']

describe('every generated validator', () => {
  test('is a Standard Schema of version 1', () => {
    const checks = Object.entries(lobbie).filter(([name]) => name.startsWith('check'))
    expect(checks.length).toBeGreaterThan(5)
    for (const [name, check] of checks)
      expect((check as Check<unknown>)['~standard'], name).toMatchObject({ version, vendor })
    expect([version, vendor]).toEqual([1, 'contract-gate'])
  })

  test('has the types that the specification of Standard Schema requires', () => {
    expectTypeOf(checkAppointment).toExtend<StandardSchemaV1<Appointment, Appointment>>()
    expectTypeOf<
      StandardSchemaV1.InferOutput<typeof checkUpdateAppointmentRequest>
    >().toEqualTypeOf<UpdateAppointmentRequest>()
    expectTypeOf<StandardSchemaV1.InferInput<typeof checkUpdateAppointment401Headers>>().toExtend<{
      'WWW-Authenticate': string
    }>()
    expectTypeOf<CheckInSource<string>>().toEqualTypeOf<Check<string>>()
  })

  test('returns the same object, not a copy, if the value is valid', () => {
    expect(validate(lobbieAppointment)).toEqual({ value: lobbieAppointment })
    expect(validate(lobbieAppointment)).not.toHaveProperty('issues')
  })

  test('returns an issue in words for each mismatch, with its path', () => {
    const { endTime: _, ...others } = lobbieAppointment
    expect(validate({ ...others, note: 7 })).toEqual({
      issues: [
        { message: '`endTime` is missing', path: ['endTime'] },
        { message: '`note` is not a string', path: ['note'] },
      ],
    })
    expect(validate('x')).toEqual({ issues: [{ message: 'the value is not an object', path: [] }] })
  })

  test('is accepted by a library that takes Standard Schemas: expect.schemaMatching of vitest', () => {
    expect({ appointment: lobbieAppointment }).toEqual({ appointment: expect.schemaMatching(checkAppointment) })
    expect({ appointment: {} }).not.toEqual({ appointment: expect.schemaMatching(checkAppointment) })
  })
})

test('the path of an issue has numbers for items of arrays and strings for properties', () => {
  const compiled = Object.assign(() => false, {
    errors: [{ instancePath: '/7/a~1b/7', schemaPath: '#/type', keyword: 'type', params: { type: 'null' } }],
  })
  const pathIn = (value: unknown) => checkOf(compiled)['~standard'].validate(value)
  expect(pathIn({ 7: { 'a/b': [] } })).toMatchObject({ issues: [{ path: ['7', 'a/b', 7] }] })
  expect(pathIn(undefined)).toMatchObject({ issues: [{ path: ['7', 'a/b', '7'] }] })
})
