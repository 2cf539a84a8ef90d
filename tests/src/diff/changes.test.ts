import { describe, expect, test } from 'vitest'
import { diffDocuments } from '../../../src/diff/diff-documents.ts'
import { RULE_IDS, ruleOf, type ChangeRuleId } from '../../../src/diff/rules.ts'
import type { Document } from '../../../src/document/document.ts'
import { documentFromText } from '../../../src/document/read-document.ts'

/** The document of an invented API. For each rule of diff, it has a part whose change is reported by this rule. */
const SHOP = `
openapi: 3.1.0
info: { title: Shop, version: 1.2.0 }
servers: [{ url: 'https://shop.example/v1' }, { url: 'https://eu.shop.example/v1' }]
x-states:
  order: { description: an order exists, with: { open: true }, gives: { path: id } }
  gone: { description: an order was deleted }
paths:
  /orders/{id}:
    patch:
      operationId: updateOrder
      summary: Update an order
      x-source: vendor-docs
      x-update: partial
      security: [{ key: [], login: [write] }]
      x-scenarios:
        '200':
          - { id: base, given: { state: order }, send: { body: { note: hi } }, then: { body: { /note: hi } }, accept: ['202'] }
        '409': [{ id: late, send: { body: { note: late } } }]
        '500': { unreachable: { on: [sandbox], because: cannot be requested } }
      parameters:
        - { name: id, in: path, required: true, schema: { type: integer } }
        - { name: dry, in: query, schema: { type: boolean, default: false } }
        - { name: old, in: query, deprecated: true, schema: { type: string } }
        - { name: tags, in: query, schema: { type: array, items: { type: string } } }
        - { name: tenant, in: header, required: true, schema: { type: string } }
      requestBody:
        required: false
        content:
          application/json:
            schema:
              type: object
              required: [count]
              properties:
                count: { type: integer, minimum: 1, default: 2 }
                note: { type: string, maxLength: 20, pattern: '^[a-z]' }
                due: { type: string, format: date-time, x-reads-back: /due }
                room: { type: integer, x-server-data: true }
          application/x-www-form-urlencoded:
            schema: { type: object, properties: { tags: { type: array, items: { type: string } } } }
            encoding: { tags: { style: form } }
      responses:
        '200':
          description: the order
          headers:
            X-Revision: { required: true, schema: { type: integer } }
            X-Hint: { schema: { type: string } }
          links: { next: { operationId: updateOrder } }
          x-invariants:
            - { id: small, rule: 'self.count < 10', message: at most nine }
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Order' }
        '409': { description: too late }
  /exports:
    servers: [{ url: 'https://files.example/exports' }]
    post:
      operationId: export
      responses: { '202': { description: started } }
      callbacks:
        done:
          '{$request.query.to}':
            post:
              parameters:
                - { name: X-Signature, in: header, required: true, schema: { type: string } }
                - { name: X-Try, in: header, schema: { type: integer } }
              requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
              responses: { '204': { description: received } }
  /orders:
    get:
      operationId: listOrders
      deprecated: true
      x-sunset: '2026-06-30'
      responses: { '200': { description: ok } }
webhooks:
  shipped:
    post:
      operationId: onShipped
      requestBody: { content: { application/json: { schema: { type: object } } } }
      responses: { '200': { description: received } }
components:
  securitySchemes:
    key: { type: apiKey, in: header, name: X-Key }
    login:
      type: oauth2
      flows: { clientCredentials: { tokenUrl: 'https://login.example/token', scopes: { write: change } } }
  schemas:
    Order:
      type: object
      required: [count]
      additionalProperties: false
      properties:
        count: { type: integer, maximum: 9, description: how many }
        note: { type: string, pattern: '^[a-z]' }
        due: { type: string }
        size: { enum: [small, large] }
        stamp: { type: string, x-volatile: true }
        total: { type: number, default: 0, x-follows: [count] }
`

type Edit = readonly [from: string, to: string]

/** Edits of the document, each with all rules that report the edit. */
const rows: readonly (readonly [title: string, edits: readonly Edit[], rules: readonly ChangeRuleId[]])[] = [
  [
    'a removed operation',
    [
      [
        "\n  /orders:\n    get:\n      operationId: listOrders\n      deprecated: true\n      x-sunset: '2026-06-30'\n      responses: { '200': { description: ok } }",
        '',
      ],
    ],
    ['operation-removed'],
  ],
  [
    'an added operation',
    [['\n  /orders:\n', "\n  /new: { get: { responses: { '200': { description: ok } } } }\n  /orders:\n"]],
    ['operation-added'],
  ],
  ['a renamed path', [['/orders/{id}:', '/order/{id}:']], ['path-renamed']],
  [
    'a renamed path parameter',
    [
      ['/orders/{id}:', '/orders/{order}:'],
      ['name: id,', 'name: order,'],
    ],
    [],
  ],
  ['a renamed operation id', [['operationId: listOrders', 'operationId: findOrders']], ['operation-id-changed']],
  ['a callback to another URL', [['$request.query.to', '$request.query.url']], ['callback-removed', 'callback-added']],
  [
    'a callback parameter that is sent only sometimes',
    [['X-Signature, in: header, required: true', 'X-Signature, in: header']],
    ['webhook-parameter-became-optional'],
  ],
  [
    'a callback parameter that is always sent',
    [['X-Try, in: header', 'X-Try, in: header, required: true']],
    ['webhook-parameter-became-required'],
  ],
  [
    'a removed parameter of a callback',
    [['                - { name: X-Signature, in: header, required: true, schema: { type: string } }\n', '']],
    ['webhook-parameter-removed'],
  ],
  [
    'another base path of one path',
    [['files.example/exports', 'files.example/v2']],
    ['base-path-removed', 'server-added'],
  ],
  [
    'another server of one operation',
    [
      [
        '      operationId: export\n',
        "      operationId: export\n      servers: [{ url: 'https://x.example/exports' }]\n",
      ],
    ],
    ['server-removed', 'server-added'],
  ],
  ['a renamed webhook', [['  shipped:', '  sent:']], ['webhook-removed', 'webhook-added']],
  [
    'an operation that becomes deprecated',
    [['summary: Update an order', 'summary: Update an order\n      deprecated: true']],
    ['deprecated'],
  ],
  ['an operation that is no longer deprecated', [['      deprecated: true\n', '']], ['no-longer-deprecated']],
  ['an earlier sunset', [['2026-06-30', '2026-02-28']], ['sunset-earlier']],
  ['a later sunset', [['2026-06-30', '2026-12-31']], ['sunset-changed']],
  [
    'another base path',
    [
      ['https://shop.example/v1', 'https://shop.example/v2'],
      ['https://eu.shop.example/v1', 'https://eu.shop.example/v2'],
    ],
    ['base-path-removed', 'base-path-removed', 'server-added', 'server-added'],
  ],
  ['a removed server', [[", { url: 'https://eu.shop.example/v1' }", '']], ['server-removed']],
  [
    'an additional credential',
    [
      ['{ key: [], login: [write] }', '{ key: [], login: [write], other: [] }'],
      ['    key: { type', '    other: { type: http, scheme: basic }\n    key: { type'],
    ],
    ['credential-added'],
  ],
  ['a removed credential', [['{ key: [], login: [write] }', '{ key: [] }']], ['security-alternative-added']],
  [
    'another credential',
    [
      ['[{ key: [], login: [write] }]', '[{ other: [] }]'],
      ['    key: { type', '    other: { type: http, scheme: basic }\n    key: { type'],
    ],
    ['security-alternative-removed'],
  ],
  [
    'an alternative credential',
    [
      ['[{ key: [], login: [write] }]', '[{ key: [], login: [write] }, { other: [] }]'],
      ['    key: { type', '    other: { type: http, scheme: basic }\n    key: { type'],
    ],
    ['security-alternative-added'],
  ],
  ['an additional scope', [['login: [write] }', 'login: [write, admin] }']], ['scope-added']],
  ['a removed scope', [['login: [write] }', 'login: [] }']], ['scope-removed']],
  [
    'a renamed security scheme',
    [
      ['{ key: [], login', '{ token: [], login'],
      ['    key: { type', '    token: { type'],
    ],
    [],
  ],
  [
    'credentials where none were needed',
    [['      operationId: listOrders', '      operationId: listOrders\n      security: [{ key: [] }]']],
    ['anonymous-access-removed'],
  ],
  ['another token URL', [['login.example/token', 'login.example/oauth']], ['credential-url-changed']],
  [
    'a removed parameter',
    [['        - { name: tags, in: query, schema: { type: array, items: { type: string } } }\n', '']],
    ['parameter-removed'],
  ],
  [
    'a removed deprecated parameter',
    [['        - { name: old, in: query, deprecated: true, schema: { type: string } }\n', '']],
    ['deprecated-parameter-removed'],
  ],
  ['a parameter at another location', [['name: tenant, in: header', 'name: tenant, in: query']], ['parameter-moved']],
  [
    'an added optional parameter',
    [['        - { name: dry', '        - { name: fast, in: query, schema: {} }\n        - { name: dry']],
    ['parameter-added'],
  ],
  [
    'an added required parameter',
    [
      [
        '        - { name: dry',
        '        - { name: fast, in: query, required: true, schema: {} }\n        - { name: dry',
      ],
    ],
    ['required-parameter-added'],
  ],
  [
    'a parameter that becomes required',
    [['name: tags, in: query,', 'name: tags, in: query, required: true,']],
    ['parameter-became-required'],
  ],
  [
    'a parameter with a default that becomes required',
    [['name: dry, in: query,', 'name: dry, in: query, required: true,']],
    ['parameter-with-default-became-required'],
  ],
  [
    'a parameter that becomes optional',
    [['name: tenant, in: header, required: true', 'name: tenant, in: header']],
    ['parameter-became-optional'],
  ],
  [
    'another style of a list',
    [['name: tags, in: query,', 'name: tags, in: query, explode: false,']],
    ['parameter-style-changed'],
  ],
  [
    'another style of a scalar, which does not change the written value',
    [['name: dry, in: query,', 'name: dry, in: query, explode: false,']],
    [],
  ],
  [
    'a parameter whose type changes from integer to string',
    [
      [
        'name: id, in: path, required: true, schema: { type: integer }',
        'name: id, in: path, required: true, schema: { type: string }',
      ],
    ],
    ['request-schema-widened'],
  ],
  [
    'a parameter whose value must now exist on the server',
    [['name: dry, in: query,', 'name: dry, in: query, x-server-data: true,']],
    ['server-data-added'],
  ],
  ['a field whose value need not exist on the server', [[', x-server-data: true', '']], ['server-data-removed']],
  [
    'a removed body',
    [
      [
        "requestBody: { content: { application/json: { schema: { type: object } } } }\n      responses: { '200': { description: received",
        "responses: { '200': { description: received",
      ],
    ],
    ['body-removed'],
  ],
  [
    'an added optional body',
    [
      [
        '      operationId: listOrders',
        '      operationId: listOrders\n      requestBody: { content: { application/json: {} } }',
      ],
    ],
    ['body-added'],
  ],
  [
    'an added required body',
    [
      [
        '      operationId: listOrders',
        '      operationId: listOrders\n      requestBody: { required: true, content: { application/json: {} } }',
      ],
    ],
    ['required-body-added'],
  ],
  ['a body that becomes required', [['required: false', 'required: true']], ['body-became-required']],
  [
    'a body of a webhook that becomes required',
    [
      [
        'requestBody: { content: { application/json: { schema: { type: object } } } }',
        'requestBody: { required: true, content: { application/json: { schema: { type: object } } } }',
      ],
    ],
    ['webhook-body-became-required'],
  ],
  [
    'a removed media type of requests',
    [
      [
        '          application/x-www-form-urlencoded:\n            schema: { type: object, properties: { tags: { type: array, items: { type: string } } } }\n            encoding: { tags: { style: form } }\n',
        '',
      ],
    ],
    ['request-media-type-removed'],
  ],
  [
    'an added media type of requests',
    [['          application/x-www-form', '          text/csv: {}\n          application/x-www-form']],
    ['request-media-type-added'],
  ],
  ['another encoding of a form', [['tags: { style: form }', 'tags: { style: pipeDelimited }']], ['encoding-changed']],
  [
    'a removed success status',
    [["responses: { '200': { description: ok } }", "responses: { '404': { description: ok } }"]],
    ['success-status-removed', 'response-status-added'],
  ],
  ['a removed error status', [["\n        '409': { description: too late }", '']], ['response-status-removed']],
  [
    'an added success status',
    [["        '409': { description", "        '202': { description: accepted }\n        '409': { description"]],
    ['success-status-added'],
  ],
  [
    'a range instead of a status',
    [["'409': { description: too late }", '4XX: { description: too late }']],
    ['response-status-added'],
  ],
  [
    'a removed media type of responses',
    [
      [
        "              schema: { $ref: '#/components/schemas/Order' }",
        "              schema: { $ref: '#/components/schemas/Order' }\n            # x",
      ],
      [
        '            application/json:\n              schema: { $ref',
        '            text/xml:\n              schema: { $ref',
      ],
    ],
    ['response-media-type-removed', 'response-media-type-added'],
  ],
  [
    'a removed required header',
    [['            X-Revision: { required: true, schema: { type: integer } }\n', '']],
    ['required-response-header-removed'],
  ],
  [
    'a removed optional header',
    [['            X-Hint: { schema: { type: string } }\n', '']],
    ['response-header-removed'],
  ],
  [
    'an added header',
    [['            X-Hint:', '            X-New: { schema: {} }\n            X-Hint:']],
    ['response-header-added'],
  ],
  [
    'a header that becomes optional',
    [['X-Revision: { required: true', 'X-Revision: { required: false']],
    ['response-header-became-optional'],
  ],
  ['a header that becomes required', [['X-Hint: {', 'X-Hint: { required: true,']], ['response-header-became-required']],
  ['a renamed link', [['links: { next:', 'links: { after:']], ['link-removed', 'link-added']],
  [
    'a removed scenario',
    [["        '409': [{ id: late, send: { body: { note: late } } }]\n", '']],
    ['scenario-removed'],
  ],
  ['an added scenario', [['[{ id: late,', '[{ id: closed, send: {} }, { id: late,']], ['scenario-added']],
  ['a scenario that sends something else', [['note: late', 'note: later']], ['scenario-changed']],
  ['an additional accepted status', [["accept: ['202']", "accept: ['202', '204']"]], ['accepted-status-added']],
  ['a removed accepted status', [[", accept: ['202']", '']], ['accepted-status-removed']],
  ['a removed expectation', [['then: { body: { /note: hi } }, ', '']], ['expectation-removed']],
  ['an added expectation', [['/note: hi }', '/note: hi, /count: 1 }']], ['expectation-added']],
  [
    'a status that now also a live server cannot return',
    [['on: [sandbox]', 'on: [sandbox, live]']],
    ['status-became-unreachable'],
  ],
  [
    'a status that every target can now return',
    [["        '500': { unreachable: { on: [sandbox], because: cannot be requested } }\n", '']],
    ['status-became-reachable'],
  ],
  ['a removed state', [['  gone: { description: an order was deleted }\n', '']], ['state-removed']],
  ['an added state', [['  gone:', '  new: { description: x }\n  gone:']], ['state-added']],
  ['a state with other parameters', [['with: { open: true }', 'with: { open: false }']], ['state-changed']],
  [
    'a removed invariant',
    [["          x-invariants:\n            - { id: small, rule: 'self.count < 10', message: at most nine }\n", '']],
    ['invariant-removed'],
  ],
  [
    'an added invariant',
    [
      [
        '            - { id: small',
        "            - { id: positive, rule: 'self.count > 0', message: positive }\n            - { id: small",
      ],
    ],
    ['invariant-added'],
  ],
  ['an invariant with another rule', [['self.count < 10', 'self.count < 11']], ['invariant-changed']],
  ['an invariant with other white space', [['self.count < 10', 'self.count  <  10']], []],
  ['a removed update rule', [['      x-update: partial\n', '']], ['update-rule-removed']],
  [
    'a field that updates may change',
    [['x-follows: [count]', 'x-follows: [count, note]']],
    ['field-became-changeable'],
  ],
  ['a field that updates no longer change', [[', x-volatile: true', '']], ['field-became-stable']],
  ['a field that responses no longer show', [['x-reads-back: /due', 'x-reads-back: false']], ['read-back-removed']],
  [
    'a promise whose source becomes `assumed`',
    [['x-source: vendor-docs', "x-source: { '*': vendor-docs, updateOrder: seed, responses/409: assumed }"]],
    ['source-weakened'],
  ],
  [
    'a promise whose source becomes `seed`',
    [['x-source: vendor-docs', "x-source: { '*': vendor-docs, responses/409: seed }"]],
    ['source-strengthened'],
  ],
  ['a request schema that allows fewer values', [['maxLength: 20', 'maxLength: 10']], ['request-schema-narrowed']],
  ['a request schema that allows more values', [['maxLength: 20', 'maxLength: 30']], ['request-schema-widened']],
  [
    'another pattern of a request',
    [["maxLength: 20, pattern: '^[a-z]'", "maxLength: 20, pattern: '^[A-Z]'"]],
    ['request-schema-unclear'],
  ],
  [
    'an additional required field',
    [['required: [count]\n              properties', 'required: [count, note]\n              properties']],
    ['request-required-added'],
  ],
  [
    'a removed field of requests',
    [['                room: { type: integer, x-server-data: true }\n', '']],
    ['request-property-removed'],
  ],
  [
    'an added field of requests',
    [['                room:', '                hall: { type: integer }\n                room:']],
    ['request-property-added'],
  ],
  ['another default', [['default: 2', 'default: 3']], ['request-default-changed']],
  ['a response schema that allows fewer values', [['maximum: 9', 'maximum: 8']], ['response-schema-narrowed']],
  ['a response schema that allows more values', [['maximum: 9', 'maximum: 10']], ['response-schema-widened']],
  [
    'another pattern of a response',
    [["note: { type: string, pattern: '^[a-z]' }", "note: { type: string, pattern: '^[A-Z]' }"]],
    ['response-schema-unclear'],
  ],
  [
    'a removed pattern of a response',
    [["note: { type: string, pattern: '^[a-z]' }", 'note: { type: string }']],
    ['response-pattern-removed'],
  ],
  ['an added enum value', [['[small, large]', '[small, large, huge]']], ['response-enum-value-added']],
  ['a removed enum value', [['[small, large]', '[small]']], ['response-schema-narrowed']],
  [
    'an object that now allows unknown properties',
    [['      additionalProperties: false\n', '']],
    ['response-object-opened'],
  ],
  [
    'a removed required property',
    [
      ['required: [count]\n      additionalProperties: false', 'additionalProperties: false'],
      ['        count: { type: integer, maximum: 9, description: how many }\n', ''],
      [', x-follows: [count]', ''],
    ],
    ['response-required-property-removed', 'field-became-stable', 'read-back-removed'],
  ],
  ['a removed optional property', [['        size: { enum: [small, large] }\n', '']], ['response-property-removed']],
  [
    'a property that becomes optional',
    [['      required: [count]\n      additionalProperties', '      additionalProperties']],
    ['response-property-became-optional'],
  ],
  ['another default of a response', [['default: 0', 'default: 1']], ['response-default-changed']],
  ['another description', [['how many', 'the number']], ['text-changed']],
  ['another summary', [['summary: Update an order', 'summary: Change an order']], ['text-changed']],
]

const shop = documentFromText(SHOP)
const known = new Map<string, ChangeRuleId[]>()

function rulesOf(
  edits: readonly Edit[],
  direction: 'forward' | 'back' = 'forward',
  today = '2026-01-05',
): ChangeRuleId[] {
  const key = JSON.stringify([edits, direction, today])
  const found = known.get(key) ?? rulesFor(edits, direction, today)
  known.set(key, found)
  return found
}

function rulesFor(edits: readonly Edit[], direction: 'forward' | 'back', today: string): ChangeRuleId[] {
  const edited = edits.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the document does not contain ${from}`)
    return text.replace(from, to)
  }, SHOP)
  const other = edited === SHOP ? shop : documentFromText(edited)
  const [base, head] = direction === 'forward' ? [shop, other] : [other, shop]
  return diffDocuments(base, head, { today }).map(({ rule }) => rule)
}

describe('the comparison of two documents', () => {
  test.each(rows)('reports %s', (_title, edits, rules) => {
    expect(rulesOf(edits).toSorted()).toEqual([...rules].toSorted())
  })

  test.each([
    ['after its sunset', '2026-07-01', 'operation-removed-after-sunset'],
    ['before its sunset', '2026-06-29', 'operation-removed'],
  ] as const)('judges the removal of a deprecated operation by its sunset date: removed %s', (_title, today, rule) => {
    expect(rulesOf(rows[0]?.[1] ?? [], 'forward', today)).toEqual([rule])
  })

  test('reports the removal of a deprecated operation without a sunset as dangerous', () => {
    const without: Edit = ["      x-sunset: '2026-06-30'\n", '']
    const base = SHOP.replace(...without)
    const head = base.slice(0, base.indexOf('  /orders:\n')) + base.slice(base.indexOf('webhooks:'))
    const changes = diffDocuments(documentFromText(base), documentFromText(head), { today: '2026-01-05' })
    expect(changes.map(({ rule }) => rule)).toEqual(['deprecated-operation-removed'])
  })

  test.each(rows)(
    'rates a change as breaking in both directions only if the change replaces something: %s',
    (_title, edits) => {
      const levels = (direction: 'forward' | 'back') =>
        rulesOf(edits, direction).filter((rule) => ruleOf(rule).level === 'breaking')
      const both = levels('forward').length > 0 && levels('back').length > 0
      // These rows replace one thing by another. In both directions, the change also removes something, so it is
      // breaking in both directions.
      const replaced =
        /another|renamed|place|earlier|removed success|removed required property|required body|removed media type|webhook that becomes/
      expect(both && !replaced.test(_title)).toBe(false)
    },
  )

  test('reports a change of a component once, even if exponentially many paths of properties lead to it', () => {
    const chainOf = (maxLength: number): Document => {
      const links = Array.from({ length: 24 }, (_, index) => {
        const next = `{ $ref: '#/components/schemas/C${index + 1}' }`
        return `    C${index}: { type: object, properties: { left: ${next}, right: ${next} } }\n`
      })
      const read =
        "get: { operationId: read, responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/C0' } } } } } }"
      return documentFromText(
        `openapi: 3.1.0\ninfo: { title: Chain, version: 1.0.0 }\npaths:\n  /chain: { ${read} }\n` +
          `components:\n  schemas:\n${links.join('')}    C24: { type: string, maxLength: ${maxLength} }\n`,
      )
    }
    const changes = diffDocuments(chainOf(4), chainOf(5), { today: '2026-01-05' })
    expect(changes.map(({ rule, what }) => [rule, what])).toEqual([
      ['response-schema-widened', '`maxLength` changed from `4` to `5`.'],
    ])
  })

  test('reports no change between a document and itself', () => expect(rulesOf([])).toEqual([]))

  test('uses every rule at least once in these tests', { timeout: 120_000 }, () => {
    const seen = new Set(rows.flatMap(([, edits]) => [...rulesOf(edits), ...rulesOf(edits, 'back')]))
    const elsewhere: readonly ChangeRuleId[] = [
      'deprecated-operation-removed',
      'operation-removed-after-sunset',
      'request-required-with-default',
      'response-property-added',
      'discriminator-changed',
      'schema-layout-changed',
    ]
    expect(RULE_IDS.filter((id) => !seen.has(id)).toSorted()).toEqual([...elsewhere].toSorted())
  })
})
