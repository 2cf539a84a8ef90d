import { orders, type CheckExample } from '../../list-findings.ts'

export const annotationNamesAreKnown: readonly CheckExample[] = [
  {
    title: 'accepts a third-party extension',
    text: orders([
      `      x-update: partial
`,
      `      x-update: partial
      x-internal: true
`,
    ]),
    findings: [],
  },
  {
    title: 'reports a misspelt annotation',
    text: orders([
      `      x-update: partial
`,
      `      x-update: partial
      x-scenarois: {}
`,
    ]),
    findings: ['error annotation_names_are_known: x-scenarois: {}'],
  },
  {
    title: 'reports an annotation under its old name as an error',
    text: orders([
      `      x-update: partial
`,
      `      x-update: partial
      x-recipes: {}
`,
    ]),
    findings: ['error annotation_names_are_known: x-recipes: {}'],
  },
]
