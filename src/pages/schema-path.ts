/** The end of a clause's pointer inside a schema. */
export interface SchemaPath {
  /** The value that the schema describes, such as `items[].id`, or `the body`. */
  readonly subject: string
  readonly keyword: string
  /** The name after the keyword: a required property, an enum value or a type. */
  readonly name: string | undefined
}

/** Keywords with a map of schemas. For each, the text that a name of the map adds to `subject`. */
const MAPS: Readonly<Record<string, (name: string) => string>> = {
  properties: (name) => `.${name}`,
  patternProperties: (name) => `.(${name})`,
  dependentSchemas: () => '',
}
/** Keywords with a list of schemas for the same value. */
const ALTERNATIVES = new Set(['allOf', 'anyOf', 'oneOf'])
/** Keywords with one schema. For each, the text that the keyword adds to `subject`. */
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

/** Reads the tokens of a clause's pointer that leads into a schema of a parameter, body or header. */
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
    // A pointer to a whole schema has no keyword at its end.
    if (at >= path.length) return { subject: subjectOf(owner, value), keyword: '', name: undefined }
  }
}

function subjectOf(owner: string | undefined, value: string): string {
  if (owner === undefined) return value === '' ? 'the body' : value.replace(/^\./, '')
  return owner + value
}
