import { orders, type CheckExample } from '../../list-findings.ts'

export const scenariosExpectDocumentedResponses: readonly CheckExample[] = [
  {
    title: 'accepts a status within a documented range',
    text: orders(["accept: ['403']", "accept: ['404']"]),
    findings: [],
  },
  {
    title: 'reports an undocumented status in accept',
    text: orders(["accept: ['403']", "accept: ['410']"]),
    findings: ["error scenarios_expect_documented_responses: '410']"],
  },
  {
    title: 'reports a scenario of an undocumented status',
    text: orders([
      "        '500': { unreachable",
      `        '502': { unreachable: { on: [live], because: no gateway } }
        '500': { unreachable`,
    ]),
    findings: [
      "error scenarios_expect_documented_responses: '502': { unreachable: { on: [live], because: no gateway } }",
    ],
  },
  {
    title: 'reports a pointer to an unknown response property',
    text: orders(['then: { body: { /status: packed } }', 'then: { body: { /stat: packed } }']),
    findings: ['error scenarios_expect_documented_responses: /stat: packed } }'],
  },
]
