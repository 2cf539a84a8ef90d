/**
 * The type to which the text of a header is converted. A text that does not have the form of this type stays a string.
 */
export type Scalar = 'text' | 'number' | 'bigint' | 'boolean'

/**
 * The form of a header, which determines how its text is decoded. Headers always have the style `simple`. OpenAPI 3.1.1
 * §4.8.21.
 */
export type HeaderShape =
  | Scalar
  | 'json'
  | { readonly items: Scalar }
  | {
      readonly properties: Readonly<Record<string, Scalar>>
      readonly others: Scalar
      /** True for `name=value,name=value`, false for `name,value,name,value`. */
      readonly explode: boolean
    }

/** Decodes the text of a header: a scalar, a list or an object. */
export function decodeHeader(text: string, shape: HeaderShape): unknown {
  if (shape === 'json') return parsed(text)
  if (typeof shape === 'string') return scalar(text, shape)
  const parts = text === '' ? [] : text.split(',').map((part) => part.trim())
  if ('items' in shape) return parts.map((part) => scalar(part, shape.items))
  const pairs = parts.flatMap((part, index): [string, string][] => {
    if (!shape.explode) return index % 2 === 0 ? [[part, parts[index + 1] ?? '']] : []
    const [name = '', ...value] = part.split('=')
    return [[name, value.join('=')]]
  })
  const typeOf = (name: string): Scalar =>
    (Object.hasOwn(shape.properties, name) && shape.properties[name]) || shape.others
  return Object.fromEntries(pairs.map(([name, value]) => [name, scalar(value, typeOf(name))]))
}

/** Parses a JSON text. If the text is not JSON, returns the text itself. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function scalar(text: string, type: Scalar): unknown {
  if (type === 'bigint' && /^-?\d+$/.test(text)) return BigInt(text)
  if (type === 'number' && /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)) return Number(text)
  return type === 'boolean' && /^(?:true|false)$/.test(text) ? text === 'true' : text
}
