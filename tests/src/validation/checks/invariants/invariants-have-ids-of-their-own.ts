import { orders, type Proof } from '../../told.ts'

export const invariantsHaveIdsOfTheirOwn: readonly Proof[] = [
  {
    fact: 'the same id at two places is silent',
    text: orders(['id: due-in-shop-time', 'id: paid-at-most']),
    told: [],
  },
  {
    fact: 'a second invariant of one id is told',
    text: orders(['id: due-in-shop-time', 'id: echoes-the-id']),
    told: ['error invariants_have_ids_of_their_own: id: echoes-the-id'],
  },
]
