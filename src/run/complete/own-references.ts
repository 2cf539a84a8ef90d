import type { Case } from '../../cases/case.ts'
import type { ProducedValue } from '../../journeys/operation-graph.ts'
import { referenceTo } from '../../journeys/reference-to.ts'
import { isObject, type Json, type JsonObject } from '../../json.ts'
import { isJson } from '../../operations/media-types.ts'
import { compileSchema } from '../../schemas/check-value.ts'
import { propertySchema } from '../../schemas/property-schema.ts'
import type { Schema } from '../../schemas/schema.ts'

/** The ids of objects that the gate made, for properties and parameters that refer to such objects. */
export interface OwnReferences {
  /** Records the id of an object that the gate made. The first id of each kind is used. */
  add(value: ProducedValue, id: Json): void
  /** Returns the path values to which the body and the query of a case refer. */
  in(aCase: Case): ProducedValue[]
  /** Returns the case with own ids in place of generated ids. */
  applied(aCase: Case): Case
}

/** Creates the store of own ids. `given` are the values that the user gave, which are never replaced. */
export function ownReferences(graph: readonly ProducedValue[], given: Readonly<Record<string, string>>): OwnReferences {
  const ids = new Map<ProducedValue, Json>()
  const referencesIn = (values: JsonObject, { path, operation }: Case): (readonly [string, ProducedValue])[] =>
    Object.keys(values).flatMap((name) => {
      const isGiven = Object.hasOwn(given, name) || Object.hasOwn(given, `${operation.id}.${name}`)
      const value = isGiven || path.split('/').includes(name) ? undefined : referenceTo(name, graph)
      return value === undefined ? [] : [[name, value] as const]
    })
  const partsOf = ({ send, operation }: Case) => {
    const media = operation.requestBody?.content.find(({ range }) => isJson(range))
    const isPlain = send.raw === undefined && isJson(send.contentType ?? 'application/json') && isObject(send.body)
    return { query: send.query ?? {}, body: isPlain && isObject(send.body) ? send.body : {}, schema: media?.schema }
  }
  return {
    add: (value, id) => void (ids.has(value) || ids.set(value, id)),
    in: (aCase) => {
      const { query, body } = partsOf(aCase)
      return [...referencesIn(query, aCase), ...referencesIn(body, aCase)].map(([, value]) => value)
    },
    applied: (aCase) => {
      const { query, body, schema } = partsOf(aCase)
      const changed = (values: JsonObject, schemaOf: (name: string) => Schema | undefined): JsonObject =>
        Object.fromEntries(
          referencesIn(values, aCase).flatMap(([name, value]) => {
            const schema = schemaOf(name)
            const id = ids.has(value) ? allowed(ids.get(value) ?? null, schema) : undefined
            const isWrong = schema && !compileSchema(schema).isValid(values[name] ?? null, 'request')
            return id === undefined || isWrong === true ? [] : [[name, id]]
          }),
        )
      const inQuery = changed(query, (name) => aCase.operation.parameters.find((each) => each.name === name)?.schema)
      const inBody = changed(body, (name) => (schema === undefined ? undefined : propertySchema(schema, name)))
      const isUnchanged = Object.keys(inQuery).length + Object.keys(inBody).length === 0
      if (isUnchanged) return aCase
      const send = {
        ...aCase.send,
        query: { ...query, ...inQuery },
        ...(aCase.send.body === undefined
          ? {}
          : { body: Object.keys(inBody).length > 0 ? { ...body, ...inBody } : aCase.send.body }),
      }
      return { ...aCase, send }
    },
  }
}

/** Returns an id in the type that a schema allows. */
function allowed(id: Json, schema: Schema | undefined): Json | undefined {
  if (schema === undefined) return undefined
  const forms = [id, ...(typeof id === 'string' && /^\d{1,15}$/.test(id) ? [Number(id)] : []), String(id)]
  return forms.find((each) => compileSchema(schema).isValid(each, 'request'))
}
