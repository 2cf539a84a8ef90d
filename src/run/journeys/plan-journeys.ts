import { baseRequest } from '../../cases/base-request.ts'
import type { Case, JourneyStep } from '../../cases/case.ts'
import { draft, sendOf } from '../../cases/maker.ts'
import { parametersFor } from '../../cases/parameters-for.ts'
import type { Plan } from '../../cases/plan-cases.ts'
import { makesChosenId } from '../../journeys/item-creators.ts'
import { absentSteps } from './absent-steps.ts'
import { jsonPatchFor } from './json-patch-for.ts'
import { pathKeys, plainPath, type PathValue } from '../../journeys/path-value.ts'
import { isObject } from '../../json.ts'
import { isJson } from '../../operations/media-types.ts'
import { drawValue } from '../../schemas/draw/draw-value.ts'
import { ContractError } from '../../errors.ts'
import type { Operation } from '../../operations/operation.ts'
import { wholeBody } from '../gather/whole-body.ts'
import { gatheredKeys, gathersValues, graphOf } from '../gather/gathered-keys.ts'
import type { PlanContext } from '../../cases/plan-context.ts'
import type { PlanSettings } from '../run-settings.ts'

/** The id of the maker of journey cases. It is part of the ids of these cases. */
export const JOURNEY = 'journey'

/**
 * Plans the cases of journeys. A journey is a sequence of requests about one object. Some of the cases write to an id
 * that does not exist. The others use an object that the gate creates. If the user gave the id for a path, plans no
 * case for it.
 */
export function planJourneys(settings: PlanSettings, context: PlanContext, unplanned: Plan['unplanned']): Case[] {
  if (settings.plan === 'lean' || settings.target.selects !== undefined) return []
  return [...planAbsent(settings, context, unplanned), ...planLast(settings, context, unplanned)]
}

function planAbsent(settings: PlanSettings, context: PlanContext, unplanned: Plan['unplanned']): Case[] {
  if (!gathersValues(settings.target)) return []
  const isPlanned = (operation: Operation): boolean => unplanned.every((each) => each.operation !== operation)
  return graphOf(settings).flatMap((value) =>
    absentSteps(value, isPlanned).flatMap(([step, operation]) =>
      Object.hasOwn(parametersFor(operation, settings.parameters), value.name)
        ? []
        : stepOf(step, operation, value, context, unlessEmpty(operation, context)),
    ),
  )
}

/**
 * A server may ignore an update with an empty body. If the smallest valid body is empty, returns a body with all
 * properties instead.
 */
function unlessEmpty(operation: Operation, { seed }: PlanContext): Partial<Case['send']> {
  const body = wholeBody(operation, seed)
  const schema = operation.requestBody?.content.find(({ range }) => isJson(range))?.schema
  const smallest = schema && drawValue(schema, { direction: 'request', seed })
  return body === undefined || !isObject(smallest) || Object.keys(smallest).length > 0 ? {} : { body }
}

/**
 * Plans the last cases for each kind of object that the gate can create. With `--allow-destructive`, plans nothing
 * here, because the plan then contains the DELETE already. The cases are sent in this order: The gate repeats the
 * request that created the object. A second user reads, updates and deletes the object. The first user deletes the
 * object, reads it, deletes it again, and updates it.
 */
function planLast(settings: PlanSettings, context: PlanContext, unplanned: Plan['unplanned']): Case[] {
  if (settings.allowDestructive) return []
  const keys = gatheredKeys(settings)
  if (keys.size === 0) return []
  return graphOf(settings).flatMap((value) => {
    const on = (method: string): Operation | undefined =>
      settings.operations.find(
        (each) => each.method === method && each.broken === undefined && plainPath(each.path) === value.key,
      )
    const isOwn = (each: Operation | undefined): boolean => each !== undefined && keys.has(`${each.id}.${value.name}`)
    const reading = on('GET')
    const deletion = isOwn(on('DELETE')) ? on('DELETE') : undefined
    const updates = [on('PUT'), on('PATCH')].flatMap((each) =>
      each && unplanned.every(({ operation }) => operation !== each) ? each : [],
    )
    const [update] = updates
    const onItem = [reading, ...updates, deletion]
    const hasOther = settings.target.credentials?.['other-partner'] !== undefined && onItem.some(isOwn)
    const otherDeletion = hasOther && refusesOthers(deletion) ? deletion : undefined
    const otherUpdates = hasOther ? updates.filter(refusesOthers) : []
    // This read shows whether the second user has an own object with the same id. Therefore the read comes before the
    // writes of the second user.
    const otherRead = hasOther && onItem.some(refusesOthers) ? reading : undefined
    const list = value.producers.find(({ kind, relation }) => kind === 'list' && relation === 'collection')?.operation
    const patch = on('PATCH')
    const creations = [
      value.consumers.find((each) => makesChosenId(each, value)),
      value.producers.find(({ kind }) => kind === 'create')?.operation,
    ]
    const steps: readonly (readonly [JourneyStep, Operation | undefined, (Partial<Case['send']> | undefined)?])[] = [
      ...creations.map((each) => ['create-again', onItem.some(isOwn) ? each : undefined] as const),
      ['json-patch', isOwn(patch) ? patch : undefined, jsonPatchFor(patch, reading, value)],
      [
        'list-as-other',
        (otherRead ?? otherUpdates[0] ?? otherDeletion) && (list?.path.includes('{') ? undefined : list),
      ],
      ['read-as-other', otherRead],
      ...otherUpdates.map((each) => ['update-as-other', each, unlessEmpty(each, context)] as const),
      ['delete-as-other', otherDeletion],
      ['delete', deletion],
      ['read-deleted', deletion && reading],
      // Without a GET, no second DELETE is sent: only a read shows that the id does not belong to another object now.
      ['delete-again', reading && deletion],
      ['update-deleted', deletion && update],
    ]
    return steps.flatMap(([step, operation, send]) =>
      operation === undefined || (step === 'json-patch' && send === undefined)
        ? []
        : stepOf(step, operation, value, context, send),
    )
  })
}

/** True if the document promises a refusal to a user who does not own the object: 403, 404 or 4XX. */
function refusesOthers(operation: Operation | undefined): boolean {
  return operation?.responses.some(({ status }) => ['403', '404', '4XX'].includes(status)) === true
}

const TITLES: Readonly<Record<JourneyStep, string>> = {
  'create-again': 'gives a documented response to a request that would make the same object twice',
  'update-absent': 'gives a documented response to an update of an object that does not exist',
  'post-absent': 'gives a documented response to a POST with an id in its path that no object has',
  'delete-absent': 'gives a documented response to a DELETE of an object that does not exist',
  'json-patch': 'applies a JSON Patch, or refuses it with a documented status',
  'list-as-other': 'gives a documented response to a second user',
  'read-as-other': 'refuses a second user who reads the object of the first',
  'update-as-other': 'refuses a second user who changes the object of the first',
  'delete-as-other': 'refuses a second user who deletes the object of the first',
  delete: 'deletes an object that the gate made',
  'read-deleted': 'answers a read of a deleted object with a documented status',
  'delete-again': 'answers a second DELETE with a documented status',
  'update-deleted': 'answers an update of a deleted object with a documented status',
}

function stepOf(
  step: JourneyStep,
  operation: Operation,
  { key, name }: PathValue,
  context: PlanContext,
  send: Partial<Case['send']> = {},
): Case[] {
  try {
    const base = baseRequest(operation, { ...context, parameters: parametersFor(operation, context.parameters) })
    const aCase = draft(JOURNEY, operation, base, {
      // If a path has several ids, there is one case per id. The name of the case then contains the name of the path
      // parameter.
      name: !step.endsWith('-absent') || pathKeys(operation.path).at(-1) === key ? step : `${step}/${name}`,
      title: TITLES[step],
      send: sendOf(base, send),
      ...(step.endsWith('as-other') ? { as: 'other-partner' as const } : {}),
      expect: { kind: step === 'delete' ? 'accepted' : 'documented' },
      proves: [],
    })
    return [{ ...aCase, journey: { key, step } }]
  } catch (error) {
    if (error instanceof ContractError) return []
    throw error
  }
}
