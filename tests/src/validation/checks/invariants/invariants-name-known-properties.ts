import { orders, type CheckExample } from '../../list-findings.ts'

export const invariantsNameKnownProperties: readonly CheckExample[] = [
  {
    title: 'accepts nested properties, properties of items and properties of combined schemas',
    text: orders([
      "rule: 'self.paid <= self.total'",
      `rule: 'self.lines[0].sku != "" && self.lines.map(x, x.amount).size() > 0 && has(self.deliveredBy) == false'`,
    ]),
    findings: [],
  },
  {
    title: 'accepts a property of an open schema',
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
    findings: [],
  },
  {
    title: 'reports a misspelt property',
    text: orders(["rule: 'self.paid <= self.total'", "rule: 'self.payed <= self.total'"]),
    findings: ["error invariants_name_known_properties: rule: 'self.payed <= self.total'"],
  },
  {
    title: 'reports a misspelt property of an item',
    text: orders(["line.amount > 0)'", "line.amuont > 0)'"]),
    findings: ["error invariants_name_known_properties: rule: 'self.lines.all(line, line.amuont > 0)'"],
  },
  {
    title: 'reports a misspelt parameter of the request',
    text: orders(['request.path.orderId', 'request.path.orderID']),
    findings: ["error invariants_name_known_properties: rule: 'self.id == request.path.orderID'"],
  },
  {
    title: 'reports a value of `given` that no provider state provides',
    text: orders(['getHours(given.zone)', 'getHours(given.zon)']),
    findings: ["error invariants_name_known_properties: rule: 'timestamp(self.dueAt).getHours(given.zon) > 7'"],
  },
]
