import type { Case } from '../../cases/case.ts'
import type { ProducedValue } from '../../journeys/operation-graph.ts'
import { referenceTo } from '../../journeys/reference-to.ts'
import { isObject, type Json, type JsonObject } from '../../json.ts'
import { isJson } from '../../operations/media-types.ts'
import { valueIn, withValue } from './complete-body.ts'
import { compileSchema } from '../../schemas/check-value.ts'
import { propertySchema } from '../../schemas/property-schema.ts'
import type { Schema } from '../../schemas/schema.ts'

/**
 * Stores the ids of objects that the gate created. Other requests send these ids in fields and parameters that refer to
 * these objects.
 */
export interface OwnReferences {
  /** Records the id of a created object. Replaces an earlier id of the same path parameter. */
  add(value: ProducedValue, id: Json): void
  /** Returns the path parameters, such as `petId`, to which the body or query of a case refers. */
  in(aCase: Case): ProducedValue[]
  /** Returns the case with ids of created objects instead of generated ids. */
  applied(aCase: Case): Case
}

/** A place in a body or query that contains the id of an object, and the path parameter that takes this id. */
type Reference = readonly [place: readonly string[], value: ProducedValue]

/** The maximum depth in a body at which references are searched. */
const MOST_LEVELS = 3

/** Creates the store of ids. Properties and parameters for which the user gave a value (`given`) are never changed. */
export function ownReferences(graph: readonly ProducedValue[], given: Readonly<Record<string, string>>): OwnReferences {
  const ids = new Map<ProducedValue, Json>()
  const referencesIn = (values: JsonObject, aCase: Case, above: readonly string[] = []): Reference[] =>
    Object.entries(values).flatMap(([name, each]) => {
      const { path, operation } = aCase
      const place = [...above, name]
      if (isObject(each)) return place.length < MOST_LEVELS ? referencesIn(each, aCase, place) : []
      const isGiven = Object.hasOwn(given, name) || Object.hasOwn(given, `${operation.id}.${name}`)
      const isAbout = path.split('/').includes(name)
      // Example: in an object `pet`, the property `id` refers to the path parameter `petId`.
      const value =
        isGiven || isAbout ? undefined : (referenceTo(name, graph) ?? referenceTo(place.slice(-2).join('_'), graph))
      return value === undefined ? [] : [[place, value] as const]
    })
  const partsOf = ({ send, operation }: Case) => {
    const media = operation.requestBody?.content.find(({ range }) => isJson(range))
    const isPlain = send.raw === undefined && isJson(send.contentType ?? 'application/json') && isObject(send.body)
    return { query: send.query ?? {}, body: isPlain && isObject(send.body) ? send.body : {}, schema: media?.schema }
  }
  return {
    add: (value, id) => void ids.set(value, id),
    in: (aCase) => {
      const { query, body } = partsOf(aCase)
      return [...referencesIn(query, aCase), ...referencesIn(body, aCase)].map(([, value]) => value)
    },
    applied: (aCase) => {
      const { query, body, schema } = partsOf(aCase)
      const changed = (values: JsonObject, schemaOf: (place: readonly string[]) => Schema | undefined): JsonObject =>
        referencesIn(values, aCase).reduce((so, [place, value]) => {
          const own = schemaOf(place)
          const id = ids.has(value) ? allowed(ids.get(value) ?? null, own) : undefined
          const isWrong = own && !compileSchema(own).isValid(valueIn(values, place) ?? null, 'request')
          return id === undefined || isWrong === true ? so : withValue(so, place, id)
        }, values)
      const inQuery = changed(query, ([name]) => aCase.operation.parameters.find((each) => each.name === name)?.schema)
      const inBody = changed(body, (place) =>
        place.reduce<Schema | undefined>(
          (so, name) => (so === undefined ? undefined : propertySchema(so, name)),
          schema,
        ),
      )
      if (inQuery === query && inBody === body) return aCase
      return {
        ...aCase,
        send: { ...aCase.send, query: inQuery, ...(inBody === body ? {} : { body: inBody }) },
      }
    },
  }
}

/** Returns an id as a number or text, whichever the schema allows. Returns undefined if the schema allows neither. */
function allowed(id: Json, schema: Schema | undefined): Json | undefined {
  if (schema === undefined) return undefined
  const forms = [id, ...(typeof id === 'string' && /^\d{1,15}$/.test(id) ? [Number(id)] : []), String(id)]
  return forms.find((each) => compileSchema(schema).isValid(each, 'request'))
}
