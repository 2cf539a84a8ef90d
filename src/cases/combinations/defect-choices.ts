import { isDeepStrictEqual } from 'node:util'
import { isObject, type Json, type JsonObject } from '../../json.ts'
import type { MediaType, Operation } from '../../operations/operation.ts'
import { isUnder } from '../../operations/media-types.ts'
import { drawNegativeParameters } from '../../schemas/negative-values/draw-negative-parameters.ts'

import { readablePointer } from '../maker.ts'
import type { BaseRequest } from '../plan-context.ts'
import { negativeBodies } from '../values/body-values.ts'
import type { Choice } from './dimension.ts'

/** Returns the possible defects of a request: no defect, or one defect in the path, the body or the content type. */
export function defectChoices(operation: Operation, base: BaseRequest, mediaType: MediaType, seed: number): Choice[] {
  const { schema } = mediaType
  const paths = operation.parameters.flatMap((parameter) =>
    parameter.in !== 'path' || parameter.schema === undefined
      ? []
      : drawNegativeParameters(parameter.schema)
          .filter(({ needed }) => needed)
          .map(({ keyword, name, raw }) => ({
            name: `path-${parameter.name}-${name}`,
            defect: {
              part: 'path' as const,
              negative: {
                clause: (parameter.schema?.pointer ?? '') + keyword.pointer,
                keyword: keyword.name,
                name,
              },
              path: { [parameter.name]: raw },
            },
          })),
  )
  const bodies =
    schema === undefined || base.body === undefined
      ? []
      : negativeBodies(mediaType, base.body, { seed })
          .filter(({ needed }) => needed)
          .map(({ keyword, name, value }) => ({
            name: `${readablePointer(schema.pointer + keyword.pointer)}-${name}`.replaceAll('/', '-'),
            defect: {
              part: 'body' as const,
              negative: { clause: schema.pointer + keyword.pointer, keyword: keyword.name, name },
              ...changeOf(base.body, value),
            },
          }))
  const wrongType = ['text/plain', 'application/pdf'].find(
    (type) => operation.requestBody?.content.every(({ range }) => !isUnder(type, range)) === true,
  )
  return [
    { name: 'none' },
    ...bodies,
    {
      name: 'malformed',
      defect: {
        part: 'body',
        negative: { clause: mediaType.pointer, keyword: mediaType.range, name: 'malformed' },
        raw: '{"a": ',
      },
    },
    ...(wrongType === undefined
      ? []
      : [
          {
            name: 'wrong-content-type',
            defect: {
              part: 'body' as const,
              negative: {
                clause: `${operation.requestBody?.pointer ?? ''}/content`,
                keyword: 'content',
                name: 'wrong',
              },
              contentType: wrongType,
            },
          },
        ]),
    ...paths,
  ]
}

/**
 * Returns the fields in which an invalid body differs from the valid body. Returns the whole invalid body if there is
 * no such field, or if one of the bodies is not an object.
 */
function changeOf(base: Json | undefined, value: Json): { readonly fields?: JsonObject; readonly body?: Json } {
  if (!isObject(base) || !isObject(value)) return { body: value }
  const changed = Object.entries(value).filter(([name, each]) => !isDeepStrictEqual(each, base[name]))
  return changed.length === 0 ? { body: value } : { fields: Object.fromEntries(changed) }
}
