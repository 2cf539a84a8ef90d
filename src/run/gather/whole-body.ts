import type { Json } from '../../json.ts'
import { isJson } from '../../operations/media-types.ts'
import type { Operation } from '../../operations/operation.ts'
import { drawValue } from '../../schemas/draw/draw-value.ts'

/** Returns a JSON body with all optional properties. Returns undefined if the operation takes no JSON. */
export function wholeBody({ requestBody }: Operation, seed: number): Json | undefined {
  const schema = requestBody?.content.find(({ range }) => isJson(range))?.schema
  return schema && drawValue(schema, { direction: 'request', seed, optional: 'all' })
}
