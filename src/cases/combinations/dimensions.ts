import { asObject, isArray, isObject, type JsonObject } from '../../json.ts'
import { ROLES, type Role } from '../../operations/annotations.ts'
import type { MediaType, Operation } from '../../operations/operation.ts'
import { fieldsOf } from '../../operations/read/read-update.ts'
import { propertySchema } from '../../schemas/property-schema.ts'
import type { BaseRequest, PlanContext } from '../plan-context.ts'
import { stateValues } from '../values/existing-value.ts'
import { defectChoices } from './defect-choices.ts'
import type { Choice, Dimension } from './dimension.ts'
import { fieldChoices } from './field-choices.ts'
import { parameterValues, type SampleState } from './sample-state.ts'
import { spellingChoices } from './spelling-choices.ts'

/**
 * Returns everything that varies in requests of an operation: provider state, role, value and spelling of each field,
 * defect, content type, order of fields, and earlier request.
 */
export function dimensionsOf(
  operation: Operation,
  base: BaseRequest,
  mediaType: MediaType,
  { sample, seed, roles }: { readonly sample: SampleState } & Pick<PlanContext, 'seed' | 'roles'>,
): Dimension[] {
  const named = namedRoles(operation).filter((role) => roles.includes(role))
  const required = requiredFacts(operation.states.get(base.given?.state ?? '')?.gives)
  const dimensions: Dimension[] = [
    ...stateDimensions(operation, base),
    { name: 'role', kind: 'role', choices: named.map((role) => ({ name: role, role })) },
  ]
  for (const [name, field] of fieldsOf(mediaType.schema)) {
    const schema = mediaType.schema === undefined ? undefined : propertySchema(mediaType.schema, name)
    if (schema === undefined) continue
    const of = { name }
    const least = stateValues(operation, base, name).length
    dimensions.push({
      name,
      kind: 'field',
      of,
      choices: fieldChoices({ name, field, schema, sample, required, least, seed }),
    })
    const spellings = spellingChoices(field['format'])
    if (spellings.length > 0) dimensions.push({ name: `${name} written`, kind: 'spelling', of, choices: spellings })
  }
  return [
    ...dimensions,
    { name: 'defect', kind: 'defect', choices: defectChoices(operation, base, mediaType, seed) },
    { name: 'content type', kind: 'content-type', choices: contentTypes(mediaType) },
    { name: 'order', kind: 'order', choices: [{ name: 'documented' }, { name: 'reversed' }] },
    { name: 'before', kind: 'history', choices: HISTORY.map((name) => ({ name })) },
  ]
}

/** Returns the names of the values that a provider state always returns in `given` and that are never null. */
function requiredFacts(gives: JsonObject | undefined): readonly string[] {
  const properties = gives?.['properties']
  const given = isObject(properties) ? properties['given'] : undefined
  if (!isObject(given) || !isArray(given['required'])) return []
  const { required, properties: facts } = given
  return required.map(String).filter((name) => {
    const fact = isObject(facts) ? facts[name] : undefined
    return !isObject(fact) || ![fact['type']].flat().includes('null')
  })
}

/**
 * The update that is sent before the main request: no update, the same update as the main request, an update with half
 * of its fields, or an update that is refused.
 */
export const HISTORY = ['nothing', 'same-update', 'first-half', 'refused-update'] as const
export type History = (typeof HISTORY)[number]

/**
 * Returns one dimension for the provider state, and one for each parameter of each state. The default choice is the
 * state of the base request.
 */
function stateDimensions({ states }: Operation, { given }: BaseRequest): Dimension[] {
  const own = given?.state ?? ''
  const names = [own, ...[...states.keys()].filter((name) => name !== own)].filter((name) => states.has(name))
  const parameters = names.flatMap((state): Dimension[] => {
    const properties = states.get(state)?.with['properties']
    return Object.entries(asObject(properties)).flatMap(([name, schema]): Dimension[] => {
      const choices = parameterValues(schema).map((value): Choice => ({ name: String(value), value }))
      return choices.length < 2 ? [] : [{ name: `${state} ${name}`, kind: 'parameter', of: { state, name }, choices }]
    })
  })
  return [{ name: 'state', kind: 'state', choices: names.map((state) => ({ name: state, state })) }, ...parameters]
}

/**
 * Returns `partner` and each role that a refusal rule or a scenario names. If no rule names a role, returns all roles.
 */
function namedRoles({ refusals, scenarios }: Operation): Role[] {
  const text = refusals.map(({ when }) => when).join('\n')
  return ROLES.filter(
    (role) =>
      role === 'partner' ||
      /["']/.test(text) === false ||
      text.includes(`"${role}"`) ||
      text.includes(`'${role}'`) ||
      scenarios.some(({ as }) => as.includes(role)),
  )
}

function contentTypes({ range }: MediaType): Choice[] {
  return [
    { name: range, contentType: range },
    { name: 'with-charset', contentType: `${range}; charset=utf-8` },
    { name: 'upper-case', contentType: range.toUpperCase() },
  ]
}
