import { isArray, type Json } from '../../json.ts'
import { codePointLength } from '../values/values.ts'
import { formatNamed } from '../formats.ts'
import { needed, optional } from '../values/attempt.ts'
import { chain } from '../values/iterables.ts'
import type { NegativeMaker } from './place.ts'

/** Above this bound no text is sent to exceed it by one character. */
const LONGEST = 100_000

/** Values outside the enum, and values that almost equal a member. */
export const breakEnum: NegativeMaker = ({ keyword, value, draw }) => {
  const properties = isArray(keyword.value) ? keyword.value : []
  const texts = [value, ...properties].filter((each): each is string => typeof each === 'string')
  const numbers = properties.filter((each): each is number => typeof each === 'number')
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

/** Almost valid values of the format, or texts that few formats allow. */
export const breakFormat: NegativeMaker = ({ keyword, value }) =>
  formatNamed(String(keyword.value))?.negatives?.(typeof value === 'string' ? value : '') ?? [
    optional('other-text', ['', ' ', '%', '\u0000']),
  ]

export const breakConst: NegativeMaker = ({ keyword, value, draw }) => [
  needed('other', outside(typeof value === 'string' ? [value] : [], typeof value === 'number' ? [value] : [], draw)),
  ...(typeof keyword.value === 'string' ? [optional('case', [otherCase(keyword.value)])] : []),
  ...(typeof keyword.value === 'boolean' ? [optional('opposite', [!keyword.value])] : []),
]

function* outside(
  texts: readonly string[],
  numbers: readonly number[],
  draw: (keywordValue: Record<string, Json>) => Iterable<Json>,
): Generator<Json> {
  for (const text of texts) yield `${text}${/[A-Z]$/.test(text) ? '_X' : '_x'}`
  if (numbers.length > 0) yield* [Math.max(...numbers) + 1, Math.min(...numbers) - 1]
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
    // In many languages `$` matches before a final line break; in JSON Schema it does not.
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
  const least = Number(keyword.value)
  return [needed('below', chain([least - 1, least - 0.5, least - 0.01], draw({ exclusiveMaximum: least })))]
}

export const breakMaximum: NegativeMaker = ({ keyword, draw }) => {
  const most = Number(keyword.value)
  return [needed('above', chain([most + 1, most + 0.5, most + 0.01], draw({ exclusiveMinimum: most })))]
}

/** An exclusive bound is broken by the bound itself. */
export const breakOpenBound: NegativeMaker = ({ keyword, draw }) => {
  const bound = Number(keyword.value)
  const beyond = keyword.name === 'exclusiveMinimum' ? { maximum: bound } : { minimum: bound }
  return [needed('at-the-bound', chain([bound], draw(beyond)))]
}

export const breakMultipleOf: NegativeMaker = ({ keyword, value, types }) => {
  const step = Number(keyword.value)
  const near = typeof value === 'number' ? value : step
  const whole: readonly Json[] = [near + 1, near - 1, near + 2, near - 2]
  const nodes: readonly Json[] = [near + step / 2, near - step / 2, near + step / 10]
  return [needed('between', types.includes('number') ? [...nodes, ...whole] : whole)]
}
