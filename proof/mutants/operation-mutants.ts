import { isArray, isObject, type Json } from '../../src/json.ts'
import { pointer } from '../../src/document/json-pointer.ts'
import { contentOf, type OperationPlace } from './list-places.ts'
import { itemsOf, propertyAt, propertiesOf, objectOf, type Edit, type Mutant } from './mutant.ts'
import { invariantMutants } from './schema-mutants.ts'

/** Makes one mutant for each promise that an operation makes outside of its schemas. */
export function operationMutants(root: Json, place: OperationPlace): Mutant[] {
  return [
    ...statuses(place),
    ...headers(place),
    ...scenarios(place),
    ...contents(place),
    ...invariants(place),
    ...security(root, place),
    ...update(place),
    ...addresses(place),
  ]
}

function make(of: Mutant['of']): (operator: string, direction: Mutant['direction'], ...edits: Edit[]) => Mutant {
  return (operator, direction, ...edits) => ({ operator, direction, of, edits })
}

const response = make('response')
const request = make('request')
const operation = make('operation')

function statuses({ at, value }: OperationPlace): Mutant[] {
  const responses = propertiesOf(value['responses'], `${at}/responses`)
  const scenarios = objectOf(value['x-scenarios'])
  const [model] = responses.filter(({ name }) => name.startsWith('4'))
  return [
    ...responses.flatMap(({ name, at: place, value: own }) => {
      const scenariosAt = `${at}/x-scenarios${pointer(name)}`
      const known = scenarios[name]
      return [
        response('status-removed', 'tighter', { at: place }, ...(known === undefined ? [] : [{ at: scenariosAt }])),
        response(
          'status-renamed',
          'other',
          { at: place },
          { at: `${at}/responses/418`, value: own },
          ...(known === undefined ? [] : [{ at: scenariosAt }, { at: `${at}/x-scenarios/418`, value: known }]),
        ),
      ]
    }),
    ...(model === undefined
      ? []
      : [response('status-added', 'looser', { at: `${at}/responses/418`, value: model.value })]),
  ]
}

function headers({ at, value }: OperationPlace): Mutant[] {
  return propertiesOf(value['responses'], `${at}/responses`).flatMap(({ at: place, value: own }) => [
    ...propertiesOf(propertyAt(own, 'headers'), `${place}/headers`).flatMap((header) => [
      response('header-dropped', 'looser', { at: header.at }),
      ...(propertyAt(header.value, 'required') === true
        ? [response('header-made-optional', 'looser', { at: `${header.at}/required` })]
        : []),
    ]),
    response('header-added', 'tighter', {
      at: `${place}/headers/X-Mutant`,
      value: { required: true, 'x-source': 'assumed', schema: { type: 'string' } },
    }),
  ])
}

function scenarios({ at, value }: OperationPlace): Mutant[] {
  const statusNames = Object.keys(objectOf(value['responses']))
  return propertiesOf(value['x-scenarios'], `${at}/x-scenarios`).flatMap(({ name: status, at: place, value: list }) =>
    itemsOf(list, place).flatMap(({ at: scenarioAt, value: scenario }) => {
      const other = statusNames.find(
        (name) => name !== status && name.startsWith('4') && isArray(objectOf(value['x-scenarios'])[name]),
      )
      return [
        ...ofScenario(scenarioAt, scenario),
        ...propertiesOf(propertyAt(scenario, 'examples'), `${scenarioAt}/examples`).flatMap((example) =>
          ofScenario(example.at, example.value),
        ),
        ...(other === undefined
          ? []
          : [
              operation(
                'scenario-moved',
                'other',
                { at: scenarioAt },
                { at: `${at}/x-scenarios/${other}/-`, value: scenario },
              ),
            ]),
      ]
    }),
  )
}

/** Returns the mutants of a scenario, or of an example of a scenario. */
function ofScenario(at: string, value: Json): Mutant[] {
  const then = propertiesOf(propertyAt(propertyAt(value, 'then'), 'body'), `${at}/then/body`)
  return [
    operation('scenario-dropped', 'looser', { at }),
    ...then.map((member) => operation('scenario-answer-changed', 'other', { at: member.at, value: 'mutant' })),
    ...(propertyAt(value, 'accept') === undefined
      ? []
      : [operation('scenario-accepts-less', 'tighter', { at: `${at}/accept` })]),
  ]
}

function contents({ at, value }: OperationPlace): Mutant[] {
  const moved = (of: typeof response, type: { at: string; value: Json }): Mutant =>
    of(
      'content-type-changed',
      'other',
      { at: type.at },
      { at: type.at.replace(/[^/]*$/, 'application~1xml'), value: type.value },
    )
  return [
    ...contentOf(value['requestBody'], `${at}/requestBody`).map((type) => moved(request, type)),
    ...propertiesOf(value['responses'], `${at}/responses`).flatMap((own) =>
      contentOf(own.value, own.at).flatMap((type) => [
        moved(response, type),
        response('schema-dropped', 'looser', { at: `${type.at}/schema` }),
        ...propertiesOf(propertyAt(type.value, 'examples'), `${type.at}/examples`)
          .slice(0, 1)
          .map((example) => operation('example-broken', 'other', { at: `${example.at}/value`, value: ['mutant'] })),
      ]),
    ),
    ...(propertyAt(value['requestBody'], 'required') === true
      ? [request('body-made-optional', 'looser', { at: `${at}/requestBody/required` })]
      : []),
  ]
}

function invariants({ at, value }: OperationPlace): Mutant[] {
  return propertiesOf(value['responses'], `${at}/responses`).flatMap((own) =>
    itemsOf(propertyAt(own.value, 'x-invariants'), `${own.at}/x-invariants`).flatMap((item) =>
      invariantMutants(item, response),
    ),
  )
}

function security(root: Json, { at, value }: OperationPlace): Mutant[] {
  const schemes = propertiesOf(
    propertyAt(propertyAt(root, 'components'), 'securitySchemes'),
    '/components/securitySchemes',
  )
  return [
    ...(isArray(value['security'])
      ? [operation('security-removed', 'looser', { at: `${at}/security`, value: [] })]
      : []),
    ...schemes.flatMap((scheme) =>
      propertyAt(scheme.value, 'type') === 'apiKey'
        ? [operation('key-renamed', 'other', { at: `${scheme.at}/name`, value: 'x-mutant-key' })]
        : [
            operation('scheme-changed', 'other', {
              at: scheme.at,
              value: { type: 'http', scheme: 'basic', 'x-source': 'assumed' },
            }),
          ],
    ),
  ]
}

function update({ at, value }: OperationPlace): Mutant[] {
  return value['x-update'] === undefined ? [] : [operation('update-dropped', 'looser', { at: `${at}/x-update` })]
}

function addresses({ at, path, method, value }: OperationPlace): Mutant[] {
  const item = `/paths${pointer(path)}`
  const other = method === 'put' ? 'patch' : 'put'
  return [
    operation('method-changed', 'other', { at }, { at: `${item}/${other}`, value }),
    operation(
      'path-changed',
      'other',
      { at: item },
      { at: `/paths${pointer(`/mutant${path}`)}`, value: { [method]: value } },
    ),
    ...itemsOf(value['parameters'], `${at}/parameters`).flatMap(({ at: place, value: parameter }) =>
      isObject(parameter) && parameter['in'] === 'path'
        ? [operation('parameter-renamed', 'other', { at: `${place}/name`, value: 'mutant' })]
        : [],
    ),
  ]
}
