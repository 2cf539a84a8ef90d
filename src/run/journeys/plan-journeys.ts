import { baseRequest } from '../../cases/base-request.ts'
import type { Case, JourneyStep } from '../../cases/case.ts'
import { draft, sendOf } from '../../cases/maker.ts'
import { parametersFor } from '../../cases/parameters-for.ts'
import type { Plan } from '../../cases/plan-cases.ts'
import { plainPath, type PathValue } from '../../journeys/path-value.ts'
import { ContractError } from '../../errors.ts'
import type { Operation } from '../../operations/operation.ts'
import { gatheredKeys, graphOf } from '../gather/gathered-keys.ts'
import type { PlanContext } from '../../cases/plan-context.ts'
import type { PlanSettings } from '../run-settings.ts'

/** The maker's name in the paths of the steps of journeys. */
export const JOURNEY = 'journey'

/**
 * Plans the last steps of a journey for each kind of object that the gate can make and delete: delete the object, read
 * it, delete it again, update it. Plans none if DELETE is planned anyway, with `--allow-destructive`, and none for a
 * path whose id the user gave.
 */
export function planJourneys(settings: PlanSettings, context: PlanContext, unplanned: Plan['unplanned']): Case[] {
  if (settings.allowDestructive || settings.plan === 'lean' || settings.target.selects !== undefined) return []
  const keys = gatheredKeys(settings)
  if (keys.size === 0) return []
  return graphOf(settings).flatMap((value) => {
    const on = (method: string): Operation | undefined =>
      settings.operations.find(
        (each) => each.method === method && each.broken === undefined && plainPath(each.path) === value.key,
      )
    const deletion = on('DELETE')
    if (deletion === undefined || !keys.has(`${deletion.id}.${value.name}`)) return []
    const reading = on('GET')
    const update = [on('PUT'), on('PATCH')].find(
      (each) => each && unplanned.every(({ operation }) => operation !== each),
    )
    const steps: readonly (readonly [JourneyStep, Operation | undefined])[] = [
      ['delete', deletion],
      ['read-deleted', reading],
      // Without a read, nothing shows that the server did not give the identifier to another object.
      ['delete-again', reading && deletion],
      ['update-deleted', update],
    ]
    return steps.flatMap(([step, operation]) =>
      operation === undefined ? [] : stepOf(step, operation, value, context),
    )
  })
}

const TITLES: Readonly<Record<JourneyStep, string>> = {
  delete: 'deletes an object that the gate made',
  'read-deleted': 'answers a read of a deleted object with a documented status',
  'delete-again': 'answers a second DELETE with a documented status',
  'update-deleted': 'answers an update of a deleted object with a documented status',
}

function stepOf(step: JourneyStep, operation: Operation, { key }: PathValue, context: PlanContext): Case[] {
  try {
    const base = baseRequest(operation, { ...context, parameters: parametersFor(operation, context.parameters) })
    const aCase = draft(JOURNEY, operation, base, {
      name: step,
      title: TITLES[step],
      send: sendOf(base),
      expect: { kind: step === 'delete' ? 'accepted' : 'documented' },
      proves: [],
    })
    return [{ ...aCase, journey: { key, step } }]
  } catch (error) {
    if (error instanceof ContractError) return []
    throw error
  }
}
