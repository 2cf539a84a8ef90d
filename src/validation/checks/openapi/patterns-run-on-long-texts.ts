import { childOf } from '../../../document/document.ts'
import { asObject } from '../../../json.ts'
import { longestText } from '../../../schemas/values/bounded-test.ts'
import { compilePattern } from '../../../schemas/values/patterns.ts'
import type { DocumentCheck } from '../../check.ts'

export const patternsRunOnLongTexts: DocumentCheck = {
  id: 'patterns_run_on_long_texts',
  title: 'a pattern must not be slow on long texts',
  why: 'With this pattern, a long text can keep a server or client busy for minutes. Therefore the gate does not run the pattern on long texts.',
  level: 'warning',
  check({ schemas }) {
    return schemas.flatMap(({ address, value }) => {
      const { pattern: source, maxLength } = asObject(value)
      const pattern = typeof source === 'string' ? compilePattern(source) : undefined
      const longest = pattern === undefined ? Infinity : longestText(pattern)
      if (longest === Infinity || (typeof maxLength === 'number' && maxLength <= longest)) return []
      return {
        address: childOf(address, 'pattern'),
        message: `the pattern is slow on long texts, so texts of more than ${longest} characters are not checked`,
        next: `add maxLength: ${longest} or less, or rewrite the pattern so that no two repetitions match the same text`,
      }
    })
  },
}
