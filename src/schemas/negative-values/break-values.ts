import { isArray, type Json } from '../../json.ts'
import { codePointLength, isNumeric, plus, type Numeric } from '../values/values.ts'
import { formatNamed } from '../formats.ts'
import { needed, optional } from '../values/attempt.ts'
import { chain } from '../values/iterables.ts'
import type { NegativeMaker } from './place.ts'

/** The largest `maxLength` for which an invalid text is made. For a larger one, the text would be too big. */
const LONGEST = 100_000

/**
 * Makes values that are not in the enum. Some differ from an enum value only in upper and lower case, or have a space
 * at the end.
 */
export const breakEnum: NegativeMaker = ({ keyword, value, draw }) => {
  const listed = isArray(keyword.value) ? keyword.value : []
  const texts = [value, ...listed].filter((each): each is string => typeof each === 'string')
  const numbers = listed.filter(isNumeric)
  return [
    needed('outside', outside(texts, numbers, draw)),
    ...(texts.length === 0
      ? []
      : [
          needed('case', texts.map(otherCase)),
          optional(
            'trailing-blank',
            texts.map((each) => `${each} `),
          ),
        ]),
  ]
}

/**
 * Makes invalid values that look like valid ones. For an unknown format, makes texts that are invalid in most formats.
 */
export const breakFormat: NegativeMaker = ({ keyword, value }) =>
  formatNamed(String(keyword.value))?.negatives?.(typeof value === 'string' ? value : '') ?? [
    optional('other-text', ['', ' ', '%', '\u0000']),
  ]

export const breakConst: NegativeMaker = ({ keyword, value, draw }) => [
  needed('other', outside(typeof value === 'string' ? [value] : [], isNumeric(value) ? [value] : [], draw)),
  ...(typeof keyword.value === 'string' ? [optional('case', [otherCase(keyword.value)])] : []),
  ...(typeof keyword.value === 'boolean' ? [optional('opposite', [!keyword.value])] : []),
]

function* outside(
  texts: readonly string[],
  numbers: readonly Numeric[],
  draw: (keywordValue: Record<string, Json>) => Iterable<Json>,
): Generator<Json> {
  for (const text of texts) yield `${text}${/[A-Z]$/.test(text) ? '_X' : '_x'}`
  if (numbers.length > 0)
    yield* [
      plus(
        numbers.reduce((a, b) => (b > a ? b : a)),
        1,
      ),
      plus(
        numbers.reduce((a, b) => (b < a ? b : a)),
        -1,
      ),
    ]
  yield* draw({})
  yield* ['outside', 12, true, {}]
}

function otherCase(text: string): string {
  return text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase()
}

export const breakPattern: NegativeMaker = ({ value, draw }) => {
  const text = typeof value === 'string' ? value : ''
  return [
    needed('mismatch', variantsOf(text, draw)),
    // In JSON Schema, `$` matches only at the end. In many languages it also matches before a final line break.
    optional('trailing-line-break', [`${text}\n`]),
  ]
}

function* variantsOf(text: string, draw: (keywordValue: Record<string, Json>) => Iterable<Json>): Generator<Json> {
  const same = [...text]
  yield* [otherCase(text), text.replace(/\d/, 'x'), text.replace(/[A-Za-z]/, '0'), text.replace(/.$/u, '!')]
  yield* [
    text.replace(/^./u, '!'),
    same.map(() => '!').join(''),
    same.map(() => ' ').join(''),
    text.replaceAll(/\d/g, 'x'),
  ]
  yield* [
    text.replaceAll(/[-_:/]/g, ''),
    `${text}!`,
    `!${text}`,
    same.map(() => 'x').join(''),
    same.map(() => '0').join(''),
  ]
  yield* draw({ type: 'string' })
  yield* ['', '!', 'x', ' ']
}

export const breakMinLength: NegativeMaker = ({ keyword, value, draw }) => {
  const least = Number(keyword.value)
  const text = typeof value === 'string' ? value : ''
  return [
    needed(
      'too-short',
      chain(draw({ maxLength: least - 1, minLength: least - 1 }), [[...text].slice(0, least - 1).join('')]),
    ),
  ]
}

export const breakMaxLength: NegativeMaker = ({ keyword, value, draw }) => {
  const most = Number(keyword.value)
  if (most >= LONGEST) return []
  const text = typeof value === 'string' && value !== '' ? value : 'x'
  const last = [...text].at(-1) ?? 'x'
  const grown = text + last.repeat(Math.max(1, most + 1 - codePointLength(text)))
  const grownInFront = (text[0] ?? 'x').repeat(Math.max(1, most + 1 - codePointLength(text))) + text
  return [needed('too-long', chain([grown, grownInFront], draw({ minLength: most + 1, maxLength: most + 1 })))]
}

export const breakMinimum: NegativeMaker = ({ keyword, draw }) => {
  const least = isNumeric(keyword.value) ? keyword.value : 0
  const near = [-1, -0.5, -0.01].map((difference) => plus(least, difference))
  return [needed('below', chain(near, draw({ exclusiveMaximum: least })))]
}

export const breakMaximum: NegativeMaker = ({ keyword, draw }) => {
  const most = isNumeric(keyword.value) ? keyword.value : 0
  const near = [1, 0.5, 0.01].map((difference) => plus(most, difference))
  return [needed('above', chain(near, draw({ exclusiveMinimum: most })))]
}

/** Makes the value of an exclusive bound: 5 for `exclusiveMinimum: 5`. This value is invalid. */
export const breakOpenBound: NegativeMaker = ({ keyword, draw }) => {
  const bound = isNumeric(keyword.value) ? keyword.value : 0
  const beyond = keyword.name === 'exclusiveMinimum' ? { maximum: bound } : { minimum: bound }
  return [needed('at-the-bound', chain([bound], draw(beyond)))]
}

export const breakMultipleOf: NegativeMaker = ({ keyword, value, types }) => {
  const step = Number(keyword.value)
  const near = isNumeric(value) ? value : step
  const beside = (...differences: readonly number[]): Json[] => differences.map((each) => plus(near, each))
  const whole = beside(1, -1, 2, -2)
  const fractions = beside(step / 2, -step / 2, step / 10)
  return [needed('between', types.includes('number') ? [...fractions, ...whole] : whole)]
}
