/**
 * Returns words for the violation of a keyword: "is not a string", "is more than 100". `limit` replaces the `#` in a
 * text of `WORDS`.
 */
export function wordsFor(keyword: string, expected: string, limit: string): string {
  if (keyword === 'type') return `is not ${withArticles(expected)}`
  const words = Object.hasOwn(WORDS, keyword) ? WORDS[keyword] : undefined
  return words?.replace('#', () => (limit === '' ? expected : limit)) ?? `must be ${expected}`
}

const WORDS: Readonly<Record<string, string>> = {
  enum: 'is not #',
  const: 'is not #',
  format: 'does not have the #',
  pattern: 'does not match the #',
  minLength: 'is shorter than #',
  maxLength: 'is longer than #',
  minItems: 'has fewer items than #',
  maxItems: 'has more items than #',
  minProperties: 'has fewer properties than #',
  maxProperties: 'has more properties than #',
  minimum: 'is less than #',
  maximum: 'is more than #',
  exclusiveMinimum: 'is not more than #',
  exclusiveMaximum: 'is not less than #',
  multipleOf: 'is not a #',
  int64: 'is not # that the document allows',
  items: 'has more items than #',
  contains: 'has too few or too many items of a documented kind',
  propertyNames: 'has a property whose name is not allowed',
  unevaluatedItems: 'has an item that the document does not allow',
  not: 'matches a schema that the document forbids',
  uniqueItems: 'has two equal items',
  anyOf: 'matches none of the documented alternatives',
  oneOf: 'does not match exactly one of the documented alternatives',
}

function withArticles(types: string): string {
  return types.replace(/\b(?!null\b|or\b)\w+/g, (type) => `${/^[aio]/.test(type) ? 'an' : 'a'} ${type}`)
}
