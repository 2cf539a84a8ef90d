import type { Rule } from '../rule.ts'

export const createdIsListed: Rule = {
  id: 'created_is_listed',
  title: 'A created resource is in the list of its collection',
  why: 'A client that shows the list does not show the resource that the user has just created.',
  fix: 'return every resource of the collection, or document which ones the list leaves out',
  examples: {
    passes: 'POST /orders → 201 {"id": 8, …}, and GET /orders → 200 [… {"id": 8, …}]',
    fails: 'POST /orders → 201 {"id": 8, …}, GET /orders/8 → 200, but no page of GET /orders has the id 8',
  },
  // The level is only `drift`, because a list may leave out resources, such as unpublished ones.
  level: 'drift',
  weight: 'wrong',
  stages: ['drift'],
  judge({ execution, response }) {
    if (execution.isListed !== false || response === undefined) return []
    return [
      {
        pointer: response.pointer,
        address: response.address,
        message: 'a created resource can be read, but the list of its collection does not contain it',
        expected: 'the id of the created resource in the list',
        received: 'only other ids',
        cause: 'created resource is not listed',
      },
    ]
  },
}
