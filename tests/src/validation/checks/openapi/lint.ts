import { orders, type Proof } from '../../told.ts'

export const lint: readonly Proof[] = [
  {
    fact: 'a component that is used is silent',
    text: orders(['title: Orders', 'title: More orders']),
    told: [],
  },
  {
    fact: 'a component that nobody uses is told',
    text: orders([
      `    Error:
`,
      `    Unused: { type: string }
    Error:
`,
    ]),
    told: ['error lint: Unused: { type: string }'],
  },
  {
    fact: 'a member twice in an enum is told',
    text: orders(['enum: [open, packed, sent]', 'enum: [open, packed, sent, sent]']),
    told: ['error lint: sent]'],
  },
  {
    fact: 'an example that stands elsewhere is not fetched',
    text: orders(['pack: { value: { status: packed } }', "pack: { externalValue: 'https://orders.test/pack.json' }"]),
    told: [],
  },
]
