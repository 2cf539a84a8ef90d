import { childOf } from '../../../document/document.ts'
import { tokens } from '../../../document/json-pointer.ts'
import { asText, isArray, type JsonObject } from '../../../json.ts'
import type { Operation } from '../../../operations/operation.ts'
import { fieldsOf } from '../../../operations/read/read-update.ts'
import type { Schema } from '../../../schemas/schema.ts'
import type { DocumentCheck, DocumentFault } from '../../check.ts'
import { hasProperty } from '../../parts/has-property.ts'

export const updateAnnotationsNameFields: DocumentCheck = {
  id: 'update_annotations_name_fields',
  title: 'x-update, x-follows, x-volatile and x-reads-back must name existing fields',
  why: 'An annotation about a field that does not exist has no effect.',
  level: 'error',
  check({ operations, objects }) {
    const updated = operations.filter(({ update }) => update !== undefined)
    return [
      ...updated.flatMap(faultsOfOperation),
      ...objects.flatMap(({ address, value }) => faultsOfField(address, value, updated)),
    ]
  },
}

function faultsOfOperation(operation: Operation): DocumentFault[] {
  const address = childOf(operation.address, 'x-update')
  const next = 'document the fields in the schema, or remove x-update'
  if (operation.update?.fields.length === 0) return [{ address, message: 'the request has no fields to update', next }]
  return successOf(operation).length === 0
    ? [{ address, message: 'the operation has x-update, but no 2xx response with a schema', next }]
    : []
}

function faultsOfField(address: string, value: JsonObject, updated: readonly Operation[]): DocumentFault[] {
  const faults: DocumentFault[] = []
  const name = tokens(address.slice(address.indexOf('#') + 1)).at(-1) ?? ''
  const isShown = updated.some((operation) => successOf(operation).some((schema) => fieldsOf(schema).has(name)))
  for (const key of ['x-follows', 'x-volatile']) {
    if (value[key] === undefined || isShown) continue
    const message = `\`${name}\` is not a top-level response field of an operation with x-update`
    faults.push({ address: childOf(address, key), message, next: `remove ${key}: it has no effect here` })
  }
  const follows = isShown && isArray(value['x-follows']) ? value['x-follows'] : []
  follows.forEach((field, index) => {
    if (updated.some(({ update }) => update?.fields.some((each) => each.name === field) === true)) return
    const message = `\`${asText(field)}\` is not a request field of an operation with x-update`
    faults.push({
      address: childOf(address, 'x-follows', index),
      message,
      next: 'write the name of a top-level request field',
    })
  })
  const readsBack = value['x-reads-back']
  if (typeof readsBack === 'string' && !updated.some((operation) => showsAt(operation, readsBack))) {
    const message = `x-reads-back names ${readsBack}, but no 2xx response of an operation with x-update has this property`
    faults.push({
      address: childOf(address, 'x-reads-back'),
      message,
      next: 'write a JSON Pointer into the 2xx body, or false',
    })
  }
  return faults
}

function showsAt(operation: Operation, pointer: string): boolean {
  return successOf(operation).some((schema) => hasProperty(schema, tokens(pointer)))
}

function successOf({ responses }: Operation): Schema[] {
  return responses
    .filter(({ status }) => status.startsWith('2'))
    .flatMap(({ content }) => content.flatMap(({ schema }) => schema ?? []))
}
