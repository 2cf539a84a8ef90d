import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { filesBelow } from './files-below.ts'
import { idiomIn, listLiterals } from './idioms.ts'

/** True if the text has three words or more. Shorter literals are names and keys. */
const isSentence = (text: string): boolean => text.trim().split(/\s+/).length > 2

describe('plain English', () => {
  test('strings that a user reads contain no idiom', () => {
    const found = ['src', 'sandbox']
      .flatMap(filesBelow)
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) =>
        listLiterals(readFileSync(file, 'utf8'))
          .filter(({ text }) => isSentence(text))
          .flatMap(({ line, text }) =>
            idiomIn(text) === undefined ? [] : [`${file}:${line}: ${idiomIn(text) ?? ''} in "${text}"`],
          ),
      )
    expect(found).toEqual([])
  })

  test('test titles contain no idiom', () => {
    const found = filesBelow('tests')
      .filter((file) => file.endsWith('.test.ts'))
      .flatMap((file) =>
        listLiterals(readFileSync(file, 'utf8'))
          .filter(({ before }) => /\b(test|it|describe)(\.\w+)*(\([^'"`]*\))?\($/.test(before))
          .flatMap(({ line, text }) =>
            idiomIn(text) === undefined ? [] : [`${file}:${line}: ${idiomIn(text) ?? ''} in "${text}"`],
          ),
      )
    expect(found).toEqual([])
  })

  test('descriptions in the documents contain no idiom', () => {
    const found = filesBelow('specs')
      .filter((file) => file.endsWith('.yaml'))
      .flatMap((file) =>
        readFileSync(file, 'utf8')
          .split('\n')
          .flatMap((text, index) =>
            isSentence(text) && idiomIn(text) !== undefined
              ? [`${file}:${index + 1}: ${idiomIn(text) ?? ''} in "${text.trim()}"`]
              : [],
          ),
      )
    expect(found).toEqual([])
  })

  test.each([
    ['finds an idiom', 'The server told nobody', '`told`: write report, detect, show'],
    ['finds nothing in a plain sentence', 'The server reports no error', undefined],
  ])('the search for idioms %s', (_, text, expected) => {
    expect(idiomIn(text)).toBe(expected)
  })

  test('string literals are listed with their line, and comments are not listed', () => {
    const source = "// it's told\nconst a = 'one two'\n/* 'no' */ const b = `x ${c} y`\n"
    expect(listLiterals(source)).toEqual([
      { line: 2, text: 'one two', before: 'const a = ' },
      { line: 3, text: 'x x y', before: "/* 'no' */ const b = " },
    ])
  })
})
