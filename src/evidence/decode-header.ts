import { decodeScalar } from '../invariants/decode-scalar.ts'
import type { Json } from '../json.ts'
import type { ResponseHeader } from '../operations/operation.ts'
import { parseParameter } from '../operations/parse-parameter.ts'
import { typesOf } from '../schemas/types-of.ts'

/** Parses a header's text into the value that its schema describes. OpenAPI 3.1.1 §4.8.21, style `simple`. */
export function decodeHeader(text: string, header: ResponseHeader): Json {
  const { schema, name, explode } = header
  const value = parseParameter(
    { in: 'header', style: 'simple', name, explode, ...(schema === undefined ? {} : { schema }) },
    text,
  )
  return typeof value === 'string' && schema !== undefined ? decodeScalar(value, typesOf(schema)) : (value ?? text)
}
