import { childOf } from '../../document/document.ts'
import type { Check } from '../check.ts'
import { ANNOTATIONS, annotationJudge } from '../annotations.ts'

export const annotationsHaveTheirForm: Check = {
  id: 'annotations_have_their_form',
  title: 'every annotation has the form of specs/annotations.schema.json',
  why: 'What is of another form is passed over by whoever reads it.',
  level: 'error',
  general: true,
  check({ objects, isAnnotated }) {
    // Others use some of the same keys for purposes of their own.
    if (!isAnnotated) return []
    const judge = annotationJudge()
    return objects.flatMap(({ address, value }) =>
      ANNOTATIONS.flatMap((name) => {
        const annotation = value[name]
        if (annotation === undefined) return []
        return judge(name, annotation).map(({ at, message }) => ({
          address: childOf(address, name) + at,
          message: `${name}: ${message}`,
          next: 'specs/README.md shows how it is written',
        }))
      }),
    )
  },
}
