import { describe, expect, test } from 'vitest'
import { compilePattern } from '../../../src/schemas/values/patterns.ts'
import { backtrackingDegree, hasExponentialBacktracking } from '../../../src/schemas/values/backtracking.ts'

const judge = (source: string): boolean => hasExponentialBacktracking(tryCompile(source))

function tryCompile(source: string): RegExp {
  try {
    return new RegExp(source, 'u')
  } catch {
    return new RegExp(source)
  }
}

describe('a pattern that can take exponential time', () => {
  test.each([
    '^(a+)+$',
    '^(a*)*$',
    '^(a|a)*$',
    '^(a|aa)+$',
    '^(([a-z])+.)+[A-Z]([a-z])+$',
    '^(\\w+\\s?)*$',
    '^([a-zA-Z]+)*$',
    '^(?:[\\w.]+)+@x$',
    '^(a{1,3})+b$',
    '(x+x+)+y',
    '^(?:a?b?)*$',
    '^(.*a){20}$',
    '^([^,]+,?)*;$',
    '^(?=(\\d+)*$)x',
    '^(?<part>[a-z]+)+$',
    '^((a|b)+c?)+$',
    '^(\\p{L}+ ?)+!$',
    '^([0-9]+[0-9]*)*$',
  ])('is detected: %s', (source) => expect(judge(source)).toBe(true))
})

describe('a pattern that cannot take exponential time', () => {
  test.each([
    '^[a-z]+(-[a-z]+)*$',
    '^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,}$',
    '^\\d{4}-\\d{2}-\\d{2}$',
    '^(?:\\d{3})+$',
    '^(\\+\\d{1,3})?\\s?\\d+$',
    '^#(?:[0-9a-f]{3}){1,2}$',
    '^/(?:[^/]+/)*$',
    '^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$',
    '^(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)$',
    '^[\\w-.]+$',
    '^(a|b)*$',
    '^(ab|ac)+$',
    '^\\s*(.*?)\\s*$',
    '^("(?:[^"\\\\]|\\\\.)*"|[^",]*)(,("(?:[^"\\\\]|\\\\.)*"|[^",]*))*$',
    '^(?!.*--)[a-z](?:[a-z-]*[a-z])?$',
    '^P(?!$)(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?(T(?=\\d)(\\d+H)?(\\d+M)?(\\d+S)?)?$',
    '^([A-Z]{3},){10}$',
    '^(\\p{Lu}\\p{Ll}+ )*\\p{Lu}\\p{Ll}+$',
    '^[(){}*+?|/.]+$',
    '^(?:\\u0041\\x42|[\\]\\\\])+$',
  ])('is accepted: %s', (source) => expect(judge(source)).toBe(false))
})

test('a pattern that can take exponential time is not compiled', () => {
  expect(compilePattern('^(a+)+$')).toBeUndefined()
  expect(compilePattern('^a+$')).toBeInstanceOf(RegExp)
})

test.each<[string, number]>([
  ['^a+$', 1],
  ['foo', 1],
  ['[a-z]+', 1],
  ['^[a-z]+', 1],
  ['^[^@]+@[^@]+$', 1],
  ['^[a-z]+(-[a-z]+)*$', 1],
  ['^-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?$', 1],
  ['^(?=.*[a-z])(?=.*\\d).{8,}$', 1],
  ['^a*b*c*$', 1],
  ['^[\\w.+-]+@[\\w-]+\\.[\\w.-]+$', 1],
  ['^(a|b)+c?$', 1],
  ['^(\\d{3}-)*\\d+$', 1],
  ['^[A-Z]{2}\\d{4}$', 1],
  ['^a+a+$', 2],
  ['a+$', 2],
  ['(a+)$', 2],
  ['\\s+$', 2],
  ['\\d+px', 2],
  ['^.+@.+$', 2],
  ['^\\w{0,100}\\w{0,100}x$', 2],
  ['^a*a*a*$', 3],
  ['^\\S+@\\S+\\.\\S+$', 3],
  ['^(.*?,){5}P', 5],
])('the time to match `%s` grows at most like the length of the text to the power of %i', (source, degree) =>
  expect(backtrackingDegree(tryCompile(source))).toBe(degree),
)
