import { orders, type CheckExample } from '../../list-findings.ts'

export const invariantsNameKnownProperties: readonly CheckExample[] = [
  {
    fact: 'members of members, of items and of combined schemas are known',
    text: orders([
      "rule: 'self.paid <= self.total'",
      `rule: 'self.lines[0].sku != "" && self.lines.map(x, x.amount).size() > 0 && has(self.deliveredBy) == false'`,
    ]),
    told: [],
  },
  {
    fact: 'a member of an open schema may be there',
    text: orders(
      [
        `        lines:
          type: array
          items:
            type: object
`,
        `        lines:
          type: array
          items:
            type: object
            additionalProperties: true
`,
      ],
      ["line.amount > 0)'", "line.price > 0)'"],
    ),
    told: [],
  },
  {
    fact: 'a misspelt member is told',
    text: orders(["rule: 'self.paid <= self.total'", "rule: 'self.payed <= self.total'"]),
    told: ["error invariants_name_known_properties: rule: 'self.payed <= self.total'"],
  },
  {
    fact: 'a misspelt member of an item is told',
    text: orders(["line.amount > 0)'", "line.amuont > 0)'"]),
    told: ["error invariants_name_known_properties: rule: 'self.lines.all(line, line.amuont > 0)'"],
  },
  {
    fact: 'a misspelt parameter of the request is told',
    text: orders(['request.path.orderId', 'request.path.orderID']),
    told: ["error invariants_name_known_properties: rule: 'self.id == request.path.orderID'"],
  },
  {
    fact: 'what no state gives is told',
    text: orders(['getHours(given.zone)', 'getHours(given.zon)']),
    told: ["error invariants_name_known_properties: rule: 'timestamp(self.dueAt).getHours(given.zon) > 7'"],
  },
]
