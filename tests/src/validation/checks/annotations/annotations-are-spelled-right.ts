import { orders, type Proof } from '../../told.ts'

export const annotationsAreSpelledRight: readonly Proof[] = [
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
    told: ['warning annotations_are_spelled_right: x-scenarois: {}'],
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
    told: ['error annotations_are_spelled_right: x-recipes: {}'],
  },
]
