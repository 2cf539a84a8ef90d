import { orders, type CheckExample } from '../../list-findings.ts'

export const scenariosExpectDocumentedResponses: readonly CheckExample[] = [
  {
    fact: 'a status under a range is documented',
    text: orders(["accept: ['403']", "accept: ['404']"]),
    told: [],
  },
  {
    fact: 'an accepted status that is not documented is told',
    text: orders(["accept: ['403']", "accept: ['410']"]),
    told: ["error scenarios_expect_documented_responses: '410']"],
  },
  {
    fact: 'a scenario of a status that is not documented is told',
    text: orders([
      "        '500': { unreachable",
      `        '502': { unreachable: { on: [live], because: no gateway } }
        '500': { unreachable`,
    ]),
    told: ["error scenarios_expect_documented_responses: '502': { unreachable: { on: [live], because: no gateway } }"],
  },
  {
    fact: 'a pointer to what the answer does not have is told',
    text: orders(['then: { body: { /status: packed } }', 'then: { body: { /stat: packed } }']),
    told: ['error scenarios_expect_documented_responses: /stat: packed } }'],
  },
]
