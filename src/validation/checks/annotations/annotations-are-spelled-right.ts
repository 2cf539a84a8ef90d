import { childOf } from '../../../document/document.ts'
import type { Check } from '../../check.ts'
import { ANNOTATIONS } from '../../parts/annotations.ts'
import { nearestWord } from '../../../operations/nearest-word.ts'

export const annotationsAreSpelledRight: Check = {
  id: 'annotations_are_spelled_right',
  title: 'no annotation looks like one of ours misspelt',
  why: 'OpenAPI allows every x- key, so that nothing else notices a slip of the pen.',
  level: 'warning',
  check({ objects }) {
    return objects.flatMap(({ address, value }) =>
      Object.keys(value)
        .filter((key) => key.startsWith('x-') && !ANNOTATIONS.includes(key))
        .flatMap((key) => {
          const near = nearestWord(
            key.slice(2),
            ANNOTATIONS.map((each) => each.slice(2)),
          )
          if (near === undefined) return []
          const message = `\`${key}\` is no annotation of ours`
          return [{ address: childOf(address, key), message, next: `perhaps it is meant to be \`x-${near}\`` }]
        }),
    )
  },
}
