import { childOf } from '../../../document/document.ts'
import { isObject } from '../../../json.ts'
import type { DocumentCheck } from '../../check.ts'

export const noPatternWithFormat: DocumentCheck = {
  id: 'no_pattern_with_format',
  title: 'a schema must not have both `pattern` and `format`',
  why: 'The two keywords can contradict each other, mocks ignore one of them, and one wrong value is reported twice.',
  level: 'warning',
  check({ schemas }) {
    return schemas
      .filter(({ value }) => isObject(value) && typeof value['pattern'] === 'string' && 'format' in value)
      .map(({ address }) => ({
        address: childOf(address, 'pattern'),
        message: 'the schema has both `pattern` and `format`',
        next: 'keep the keyword that describes the value, and remove the other keyword',
      }))
  },
}
