import { isArray, isObject, type Json, type JsonObject } from '../json.ts'
import { itemSchema, propertySchema } from '../schemas/property-schema.ts'
import type { Schema } from '../schemas/schema.ts'
import type { Recorded, RecordedAnswer } from './recorded.ts'
import { celProperty } from './cel.ts'

/** A list of objects, recorded from the responses of an operation. */
export interface RecordedList {
  /** The property of the body that contains the list. Undefined if the body itself is the list. */
  readonly property?: string
  /** The CEL expression for the list. */
  readonly cel: string
  readonly item: Schema
  readonly answers: readonly (RecordedAnswer & { readonly items: readonly JsonObject[] })[]
}

/**
 * Returns the list that the responses contain. The list is the body, or the value of the only property that has a list
 * of objects.
 */
export function recordedList({ schema, answers }: Recorded): RecordedList | undefined {
  const [first] = answers
  if (first === undefined) return undefined
  const properties = isObject(first.body) ? Object.keys(first.body) : []
  const withList = properties.filter((name) => answers.some(({ body }) => isObject(body) && isRecords(body[name])))
  if (!isArray(first.body) && withList.length !== 1) return undefined
  const [property] = withList
  const list = property === undefined ? schema : propertySchema(schema, property)
  const item = list === undefined ? undefined : itemSchema(list)
  if (list === undefined || item === undefined) return undefined
  const found = answers.flatMap((each) => {
    const items = property === undefined ? each.body : isObject(each.body) ? each.body[property] : undefined
    return isArray(items) && items.every((one) => isObject(one)) ? [{ ...each, items }] : []
  })
  return {
    ...(property === undefined ? {} : { property }),
    cel: property === undefined ? 'self' : celProperty('self', property),
    item,
    answers: found,
  }
}

function isRecords(value: Json | undefined): boolean {
  return isArray(value) && value.length > 0 && value.every((item) => isObject(item))
}
