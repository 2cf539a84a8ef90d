import { orders, type CheckExample } from '../../list-findings.ts'

export const annotationNamesAreKnown: readonly CheckExample[] = [
  {
    fact: 'an annotation of somebody else is silent',
    text: orders([
      `      x-update: partial
`,
      `      x-update: partial
      x-internal: true
`,
    ]),
    told: [],
  },
  {
    fact: 'a misspelt annotation is told',
    text: orders([
      `      x-update: partial
`,
      `      x-update: partial
      x-scenarois: {}
`,
    ]),
    told: ['warning annotation_names_are_known: x-scenarois: {}'],
  },
  {
    fact: 'an annotation by its old name is an error',
    text: orders([
      `      x-update: partial
`,
      `      x-update: partial
      x-recipes: {}
`,
    ]),
    told: ['error annotation_names_are_known: x-recipes: {}'],
  },
]
