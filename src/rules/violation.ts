/**
 * Describes how a value violates a keyword of JSON Schema: `/id is not an integer`, `/note is missing`. `expected` is a
 * description of the allowed values: `at most 5 characters`.
 */
export function violation(subject: string, keyword: string, expected: string): string {
  const say = SENTENCES[keyword]
  return say === undefined ? `${subject} violates \`${keyword}\`` : `${subject} ${say(expected)}`
}

const bounded = (expected: string): string =>
  expected.startsWith('at least ')
    ? `has fewer than ${expected.slice('at least '.length)}`
    : `has more than ${expected.slice('at most '.length)}`
const isNot = (expected: string): string => `is not ${expected}`

const SENTENCES: Readonly<Record<string, (expected: string) => string>> = {
  type: (types) =>
    types.includes(' or ') ? `is not of type ${types}` : types === 'null' ? 'is not null' : `is not ${article(types)}`,
  enum: () => 'is not one of the documented values',
  const: () => 'is not the documented value',
  required: () => 'is missing',
  format: isNot,
  pattern: () => 'does not match its pattern',
  multipleOf: isNot,
  minimum: (bound) => `is less than ${bound.slice('at least '.length)}`,
  maximum: (bound) => `is more than ${bound.slice('at most '.length)}`,
  exclusiveMinimum: isNot,
  exclusiveMaximum: isNot,
  minLength: bounded,
  maxLength: bounded,
  minItems: bounded,
  maxItems: bounded,
  minProperties: bounded,
  maxProperties: bounded,
  uniqueItems: () => 'has equal items',
  additionalProperties: () => 'is not a documented property',
  unevaluatedProperties: () => 'is not a documented property',
  oneOf: (schemas) => `does not match ${schemas}`,
  anyOf: (schemas) => `does not match ${schemas}`,
}

function article(type: string): string {
  return `${/^[aeio]/.test(type) ? 'an' : 'a'} ${type}`
}
