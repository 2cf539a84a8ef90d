import { describe, expect, test } from 'vitest'
import type { Case } from '../../../src/cases/case.ts'
import { decideScenario } from '../../../src/cases/combinations/decide-scenario.ts'
import { parameterValues } from '../../../src/cases/combinations/sample-state.ts'
import type { Document } from '../../../src/document/document.ts'
import type { Target } from '../../../src/targets/target.ts'
import { documentFromText, readDocument } from '../../../src/document/read-document.ts'
import { isObject, type Json } from '../../../src/json.ts'
import type { RefusalRule, StateDeclaration } from '../../../src/operations/annotations.ts'
import { listOperations } from '../../../src/operations/list-operations.ts'
import { DEFAULT_NOW } from '../../../src/run/run-clock.ts'
import { planRun } from '../../../src/run/plan-run.ts'
import { targetOf } from '../../../src/targets/targets.ts'

/** Returns the cases of a shipped document on the sandbox. The key is the case path without the operation. */
async function casesOf(
  api: string,
  document: Document = readDocument(`specs/${api}/openapi.yaml`),
  as: (target: Target) => Target = (target) => target,
): Promise<ReadonlyMap<string, Case>> {
  const target = (await targetOf('sandbox')).plan({ api, document, now: DEFAULT_NOW, seed: 1 })
  const { cases } = planRun({
    operations: listOperations(document),
    target: as(target),
    seed: 1,
    parameters: {},
    allowDestructive: false,
  })
  return new Map(cases.map((each) => [each.path.slice(each.path.indexOf('/') + 1), each]))
}

const lobbie = await casesOf('lobbie')
const aniva = await casesOf('aniva')
const bodyOf = (cases: ReadonlyMap<string, Case>, path: string) => cases.get(path)?.send.body

describe('negative cases with a wrong type', () => {
  test('send the id of an existing practitioner as a fraction and as a string', () => {
    const practitionerId = { $state: '/values/practitionerId/0' }
    const type = 'negative/body/properties/practitionerId/type'
    expect(bodyOf(lobbie, `${type}/fraction`)).toMatchObject({ practitionerId: { ...practitionerId, as: 'fraction' } })
    expect(bodyOf(lobbie, `${type}/string`)).toMatchObject({ practitionerId: { ...practitionerId, as: 'text' } })
  })
  test('send each id of the path as a fraction', () => {
    for (const name of ['accountId', 'locationId', 'appointmentId']) {
      const { send } = lobbie.get(`negative/parameters/${name}/schema/type/fraction`) ?? {}
      expect(send?.path).toEqual({ [name]: { $state: `/path/${name}`, as: 'fraction' } })
    }
  })
  test('send the index of a status in the enum (1) instead of the status', () => {
    expect(bodyOf(lobbie, 'negative/body/properties/status/type/number')).toMatchObject({ status: 1 })
  })
})

test('a negative case that sends null in one field sends a valid value in another field', () => {
  const type = 'negative/body/properties'
  expect(bodyOf(aniva, `${type}/scheduled_at/type/null`)).toEqual({
    scheduled_at: null,
    location_id: { $state: '/values/location_id/0' },
  })
  expect(bodyOf(lobbie, `${type}/startTime/type/null`)).toEqual({ startTime: null, note: 'Prefers the ground floor' })
})

test('a valid update that a scenario sends too is sent only once', () => {
  expect(aniva.get('scenario/200/relocate')?.proves).toContain('updateAppointment/x-update/location_id')
  expect(aniva.has('valid/fields/location_id')).toBe(false)
})

test('each refusal rule about the body refuses at least one scenario whose body has two or more fields', () => {
  for (const api of ['lobbie', 'aniva']) {
    const [operation] = listOperations(readDocument(`specs/${api}/openapi.yaml`))
    if (operation === undefined) throw new Error(`${api} has no operation`)
    const sentWithOthers = new Set(
      operation.scenarios.flatMap((scenario) => {
        const fields = Object.keys(Object(scenario.send.body))
        const decision = fields.length < 2 ? undefined : decideScenario(operation, scenario, 'partner')
        return decision?.kind === 'refused' ? [decision.rule.id] : []
      }),
    )
    const rules = operation.refusals.filter(({ when }) => when.includes('sent.'))
    expect(rules.length).toBeGreaterThan(2)
    expect(rules.map(({ id }) => id).filter((id) => !sentWithOthers.has(id))).toEqual([])
  }
})

/** Returns all values that the parameters of a provider state can have, each as `name value`. */
function valuesOf(state: StateDeclaration | undefined): readonly string[] {
  const { properties } = state?.with ?? {}
  return Object.entries(isObject(properties) ? properties : {}).flatMap(([name, schema]) =>
    parameterValues(schema).map((value) => `${name} ${JSON.stringify(value)}`),
  )
}

/** Returns the parameters of the provider state of a case, each as `name value`. */
function stateOf({ given, operation }: Pick<Case, 'given' | 'operation'>): readonly string[] {
  const { properties } = operation.states.get(given?.state ?? '')?.with ?? {}
  return Object.entries({ ...Object(properties) }).map(([name, schema]) => {
    const asked = given?.with ?? {}
    return `${name} ${JSON.stringify(name in asked ? asked[name] : parameterValues(schema as Json)[0])}`
  })
}

test.each([
  ['lobbie', lobbie, ['startTime']],
  ['aniva', aniva, ['scheduled_at']],
])(
  '%s: accepted cases update each field with each value of each provider state parameter that no refusal rule reads (a time zone only for time fields)',
  (_api, cases, timed) => {
    const [base] = cases.values()
    const operation = base?.operation ?? expect.fail('no case')
    const isRead = (value: string) =>
      operation.refusals.some(({ when }) => when.includes(`state.with.${value.slice(0, value.indexOf(' '))}`))
    const accepted = [...cases.values()].filter(
      ({ given, expect: { kind, ...rest } }) =>
        given?.state === 'appointment' && (kind === 'accepted' || JSON.stringify(rest).includes('"200"')),
    )
    const values = new Set([...valuesOf(operation.states.get('appointment')), ...accepted.flatMap(stateOf)])
    const free = [...values].filter((value) => !isRead(value))
    const fieldsOf = ({ send }: Case) => Object.keys(Object(send.body))
    const found = new Set(
      accepted.flatMap((each) => fieldsOf(each).flatMap((field) => stateOf(each).map((value) => `${value}: ${field}`))),
    )
    const wanted = free.flatMap((value) => {
      const isZone = value.includes('/') || value === 'zone null'
      return (isZone ? timed : [...new Set(accepted.flatMap(fieldsOf))]).map((field) => `${value}: ${field}`)
    })
    expect(wanted.length).toBeGreaterThan(10)
    expect(wanted.filter((each) => !found.has(each))).toEqual([])
  },
)

test('scenarios that are refused because of the provider state use several values of each parameter of that state', () => {
  for (const cases of [lobbie, aniva]) {
    const [base] = cases.values()
    const operation = base?.operation ?? expect.fail('no case')
    const isAboutState = ({ when }: RefusalRule) => /state\.with\./.test(when) && !/\b(?:sent|role)\b/.test(when)
    const states = operation.scenarios.flatMap((scenario) => {
      const decision = decideScenario(operation, scenario, 'partner')
      const isRefused = decision?.kind === 'refused' && isAboutState(decision.rule)
      return isRefused && scenario.given !== undefined ? [stateOf({ given: scenario.given, operation })] : []
    })
    const seen = new Set(states.flat())
    const names = [...seen].map((value) => value.slice(0, value.indexOf(' ')))
    expect(states.length).toBeGreaterThan(3)
    expect(names.filter((name) => names.indexOf(name) === names.lastIndexOf(name))).toEqual([])
  }
})

test('each property that only responses have is sent in one negative case', () => {
  const sent = (cases: ReadonlyMap<string, Case>) =>
    [...cases.keys()].flatMap((path) => /^negative\/body\/additionalProperties\/(.+)$/.exec(path)?.[1] ?? [])
  expect(sent(lobbie)).toEqual([
    'unknown',
    'appointmentTypeId',
    'createdAt',
    'durationMinutes',
    'endTime',
    'id',
    'patientId',
  ])
  expect(sent(aniva)).toEqual(['unknown', 'profile_id', 'status', 'test_method', 'created_at'])
  expect(bodyOf(aniva, 'negative/body/additionalProperties/status')).toMatchObject({ status: 'pending' })
})

test('one case first updates all fields, and then updates one field again', () => {
  const { first, send } = lobbie.get('valid/fields/all-then-startTime') ?? {}
  expect(Object.keys(Object(first?.body))).toEqual(['note', 'practitionerId', 'startTime', 'status'])
  expect(send?.body).toEqual({ startTime: { $state: '/values/startTime/1' } })
})

test('in scenarios about access, the partner first updates an appointment, and then another partner tries to update it', () => {
  for (const path of [
    'scenario/403/no-access/other-partner',
    'scenario/403/foreign-appointment/other-key/other-partner',
  ]) {
    const found = lobbie.get(path) ?? aniva.get(path)
    expect(found).toMatchObject({ as: 'other-partner', firstAs: 'partner' })
    expect(found?.first?.body).toBeDefined()
  }
})

test('a case with a token without scopes is planned only if every security alternative requires a scope', async () => {
  expect(lobbie.has('credentials/no-scope')).toBe(false)
  const text = JSON.stringify(readDocument('specs/lobbie/openapi.yaml').root.value)
  const securedBy = async (ways: string) => {
    const other = text.replace('"security":[{"PartnerOAuth":[]}]', `"security":${ways}`)
    expect(other).not.toBe(text)
    return (await casesOf('lobbie', documentFromText(other, 'specs/lobbie/openapi.yaml'))).get('credentials/no-scope')
  }
  expect(await securedBy('[{ "PartnerOAuth": ["appointments"] }]')).toMatchObject({ as: 'no-scope' })
  expect(await securedBy('[{ "PartnerOAuth": ["appointments"] }, { "PartnerOAuth": [] }]')).toBeUndefined()
})

test('on a target without provider states, a scenario of the role no-scope becomes a case about credentials', async () => {
  const withoutStates = ({ states: _states, ...target }: Target): Target => target
  const cases = await casesOf('aniva', undefined, withoutStates)
  expect(cases.has('scenario/403/no-good-key/without-this-operation/no-scope')).toBe(false)
  expect(cases.get('credentials/no-scope')).toMatchObject({ as: 'no-scope', expect: { statuses: ['403'] } })
})

test('each date-time property has a negative case that sends a date without a time', () => {
  const sent = (cases: ReadonlyMap<string, Case>) =>
    [...cases.keys()].filter((path) => path.endsWith('/format/date-only'))
  expect(sent(lobbie)).toEqual(['negative/body/properties/startTime/format/date-only'])
  expect(sent(aniva)).toEqual(['negative/body/properties/scheduled_at/format/date-only'])
})

test('a case has the source `assumed` if its scenario has this source', () => {
  const sources = (paths: readonly string[], cases: ReadonlyMap<string, Case>) =>
    paths.map((path) => (cases.get(`scenario/${path}`) ?? expect.fail(path)).source)
  expect(sources(['409/taken-slot', '409/closed/checked-out', '200/change-status'], lobbie)).toEqual(
    Array(3).fill('assumed'),
  )
  expect(sources(['200/reschedule', '200/reassign', '404/no-such-appointment'], lobbie)).toEqual(
    Array(3).fill(undefined),
  )
  expect(sources(['400/unusable-location', '403/foreign-appointment'], aniva)).toEqual(Array(2).fill('assumed'))
  expect(sources(['400/past', '409/cancelled', '404/no-such-appointment'], aniva)).toEqual(Array(3).fill(undefined))
})

test('the case with edge-case strings sends a Content-Type with a charset, and a long note in decomposed Unicode', () => {
  const { send } = lobbie.get('valid/fields/note/odd') ?? {}
  const note = String(Object(send?.body).note)
  expect(send?.contentType).toBe('application/json; charset=utf-8')
  expect(note.normalize('NFC')).not.toBe(note)
  expect(note.length).toBeGreaterThan(4000)
})

test('the cases of each shipped operation need at most 110 requests', () => {
  for (const cases of [lobbie, aniva]) {
    const steps = [...cases.values()].flatMap(({ first }) => (first === undefined ? [1] : [1, 1]))
    expect(steps.length).toBeLessThanOrEqual(110)
  }
})
