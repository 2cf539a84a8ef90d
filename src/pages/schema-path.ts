/** The parts of a clause pointer that leads into a schema: the described value, the keyword and a name. */
export interface SchemaPath {
  /** The part of the request or response to which the schema applies, such as `items[].id` or `the body`. */
  readonly subject: string
  readonly keyword: string
  /** The last name in the pointer: a required property, an enum value or a type. */
  readonly name: string | undefined
}

/**
 * Keywords whose value maps names to schemas. For each keyword, a function from such a name to the text that is added
 * to `subject`.
 */
const MAPS: Readonly<Record<string, (name: string) => string>> = {
  properties: (name) => `.${name}`,
  patternProperties: (name) => `.(${name})`,
  dependentSchemas: () => '',
}
/** Keywords whose schemas apply to the same value as their parent. */
const ALTERNATIVES = new Set(['allOf', 'anyOf', 'oneOf'])
/** Keywords whose value is one schema, and the text that each adds to `subject`. */
const SINGLE: Readonly<Record<string, string>> = {
  items: '[]',
  contains: '[]',
  unevaluatedItems: '[]',
  additionalProperties: '.*',
  unevaluatedProperties: '.*',
  propertyNames: '.*',
  not: '',
  if: '',
  then: '',
  else: '',
}

/** Reads the part of a clause pointer that is inside a schema. */
export function readSchemaPath(path: readonly string[]): SchemaPath {
  const start = path.indexOf('schema', path[0] === 'responses' ? 4 : path[0] === 'requestBody' ? 3 : 2) + 1
  const owner = path[0] === 'parameters' ? path[1] : path[2] === 'headers' ? path[3] : undefined
  let at = start
  let value = ''
  for (;;) {
    const [keyword = '', next] = path.slice(at)
    const isLast = at + 1 >= path.length
    if (isLast) return { subject: subjectOf(owner, value), keyword, name: undefined }
    if (Object.hasOwn(MAPS, keyword) && next !== undefined) {
      value += MAPS[keyword]?.(next) ?? ''
      at += 2
    } else if (ALTERNATIVES.has(keyword)) at += 2
    else if (keyword === 'prefixItems') {
      value += `[${next ?? ''}]`
      at += 2
    } else if (Object.hasOwn(SINGLE, keyword)) {
      value += SINGLE[keyword] ?? ''
      at += 1
    } else return { subject: subjectOf(owner, value), keyword, name: next }
    // If the pointer leads to a whole schema, there is no keyword.
    if (at >= path.length) return { subject: subjectOf(owner, value), keyword: '', name: undefined }
  }
}

function subjectOf(owner: string | undefined, value: string): string {
  if (owner === undefined) return value === '' ? 'the body' : value.replace(/^\./, '')
  return owner + value
}
