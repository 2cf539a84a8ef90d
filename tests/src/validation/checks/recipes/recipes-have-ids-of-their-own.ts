import { orders, type Proof } from '../../told.ts'

export const recipesHaveIdsOfTheirOwn: readonly Proof[] = [
  {
    fact: 'ids may look alike',
    text: orders(['id: reopen', 'id: pack-again']),
    told: [],
  },
  {
    fact: 'a second recipe of one id is told',
    text: orders(['id: no-such-order', 'id: pack']),
    told: ['error recipes_have_ids_of_their_own: id: pack'],
  },
]
