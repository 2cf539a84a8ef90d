import { childOf } from '../../../document/document.ts'
import type { DocumentCheck } from '../../check.ts'
import { ANNOTATIONS, judgeAnnotation } from '../../parts/annotations.ts'

export const annotationsMatchSchema: DocumentCheck = {
  id: 'annotations_match_schema',
  title: 'every annotation has the form of specs/annotations.schema.json',
  why: 'What is of another form is passed over by whoever reads it.',
  level: 'error',
  general: true,
  check({ objects, isAnnotated }) {
    // Others use some of the same keys for purposes of their own.
    if (!isAnnotated) return []
    return objects.flatMap(({ address, value }) =>
      ANNOTATIONS.flatMap((name) => {
        const annotation = value[name]
        if (annotation === undefined) return []
        return judgeAnnotation(name, annotation).map(({ at, message }) => ({
          address: childOf(address, name) + at,
          message: `${name}: ${message}`,
          next: 'specs/README.md shows how it is written',
        }))
      }),
    )
  },
}
