import { expect, test } from 'vitest'
import { EXPLORE } from '../../../../src/cases/explored-path.ts'
import { dropVacuousRefusals } from '../../../../src/run/report/drop-vacuous-refusals.ts'
import { judged, type Changes } from '../../../support/orders-execution.ts'

const live = { name: 'live', shows: { state: false, auth: 'full' } } as const
const size = '/requestBody/content/application~1json/schema/properties/size/enum'
const negative = judged({
  live: true,
  status: 400,
  expect: { kind: 'refused', part: 'body' },
  negative: { clause: size, name: 'outside', keyword: 'enum' },
  sent: { size: 'huge' },
})
const positive = (changes: Changes) => judged({ live: true, ...changes })

test.each<[string, readonly ReturnType<typeof judged>[], string]>([
  [
    'counts as passed if the server accepted the request without the defect',
    [positive({ sent: { size: 'small' } })],
    'passed',
  ],
  [
    'counts as passed if the server accepted every valid request',
    [positive({ sent: { note: 'as said' } }), positive({ sent: { due: '2026-01-08T10:00:00Z' } })],
    'passed',
  ],
  [
    'proves nothing if the server refused the request without the defect too',
    [positive({ sent: { note: 'as said' } }), positive({ sent: { size: 'small' }, status: 400 })],
    'not-applicable',
  ],
  ['proves nothing if the server accepted no valid request', [positive({ status: 409 })], 'not-applicable'],
])('the refusal of a negative case (a request with one defect) %s', (_title, positives, verdict) => {
  const [first] = dropVacuousRefusals([negative, ...positives], live)
  expect(first?.verdict).toBe(verdict)
  expect(first?.exercised.includes(`updateOrder${size}:refuses`)).toBe(verdict === 'passed')
})

test('the refusal of a negative case counts as passed even if the server refused a random valid request', () => {
  const refused = positive({ sent: { size: 'small' }, status: 500 })
  const random = {
    ...refused,
    execution: { ...refused.execution, case: { ...refused.execution.case, maker: EXPLORE } },
  }
  const [first] = dropVacuousRefusals([negative, positive({ sent: { note: 'as said' } }), random], live)
  expect(first?.verdict).toBe('passed')
})
