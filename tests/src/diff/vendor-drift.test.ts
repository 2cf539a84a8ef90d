import { expect, test } from 'vitest'
import { diffDocuments } from '../../../src/diff/diff-documents.ts'
import type { ChangeLevel } from '../../../src/diff/levels.ts'
import type { ChangeRuleId } from '../../../src/diff/rules.ts'
import { documentFromText } from '../../../src/document/read-document.ts'

/** The parts of a document that differ between two copies of a vendor's documentation. */
interface Copy {
  readonly server?: string
  readonly tokenUrl?: string
  readonly security?: object
  readonly operation?: object
  readonly request?: object
  readonly response?: object
  readonly responses?: object
  readonly otherPaths?: object
}

const json = (schema: object) => ({ 'application/json': { schema } })

function documentOf({
  server = 'https://api.example',
  tokenUrl,
  security,
  operation,
  request,
  response,
  responses,
  otherPaths,
}: Copy) {
  const patch = {
    operationId: 'update',
    ...operation,
    ...(request === undefined ? {} : { requestBody: { required: true, content: json(request) } }),
    responses: { 200: { description: 'ok', content: json(response ?? {}) }, ...responses },
  }
  const flows = { clientCredentials: { tokenUrl: tokenUrl ?? 'https://api.example/token', scopes: { 'prod/api': '' } } }
  return documentFromText(
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Drift', version: '1.0.0' },
      servers: [{ url: server }],
      security: [security ?? { login: [] }],
      paths: { '/appointments/{id}': { patch }, ...otherPaths },
      components: {
        securitySchemes: { login: { type: 'oauth2', flows }, key: { type: 'apiKey', in: 'header', name: 'x-api-key' } },
      },
    }),
  )
}

const object = (properties: object, required: readonly string[] = []) => ({ type: 'object', properties, required })
const text = { type: 'string' }
const list = (items: object) => ({ type: 'array', items })
const scenario = (accept: readonly string[]) => ({ 'x-scenarios': { 409: [{ id: 'late', send: {}, accept }] } })
const invariant = (rule: string) => ({ 'x-invariants': [{ id: 'confirmed', rule, message: '' }] })
const ok = { responses: { 200: { description: 'ok' } } }

/**
 * Real differences between an older and a newer copy of a vendor's documentation, for two vendors. The older copy comes
 * first.
 */
const rows: readonly (readonly [
  title: string,
  older: Copy,
  newer: Copy,
  rules: readonly ChangeRuleId[],
  worst: ChangeLevel | 'none',
])[] = [
  // Lobbie
  [
    'the token URL moves',
    {},
    { tokenUrl: 'https://api.example/oauth2/token' },
    ['credential-url-changed'],
    'dangerous',
  ],
  ['a key is needed beside the token', {}, { security: { login: [], key: [] } }, ['credential-added'], 'breaking'],
  ['a scope is needed', {}, { security: { login: ['prod/api'] } }, ['scope-added'], 'breaking'],
  [
    'requests are limited',
    {},
    { responses: { 429: { description: 'too many' } } },
    ['response-status-added'],
    'compatible',
  ],
  ['the description adds a step', {}, { operation: { description: 'Get a key first.' } }, ['text-changed'], 'text'],
  [
    'two enum values are added',
    { response: object({ status: { enum: ['SCHEDULED', 'CANCELLED'] } }) },
    { response: object({ status: { enum: ['SCHEDULED', 'CANCELLED', 'RESCHEDULED', 'VOIDED'] } }) },
    ['response-enum-value-added', 'response-enum-value-added'],
    'dangerous',
  ],
  [
    'the start field has another name',
    { response: object({ startTime: text }, ['startTime']) },
    { response: object({ startDateTime: text, endDateTime: text }, ['startDateTime']) },
    [
      'response-required-property-removed',
      'response-property-added',
      'response-schema-narrowed',
      'response-property-added',
    ],
    'breaking',
  ],
  [
    'optional fields are replaced',
    { response: object({ note: text, patientId: text }) },
    { response: object({ formCount: text }) },
    ['response-property-removed', 'response-property-removed', 'response-property-added'],
    'dangerous',
  ],
  [
    'the envelope around a body is removed',
    { response: object({ success: text, data: {} }, ['success', 'data']) },
    { response: object({ id: text }, ['id']), responses: { 400: { description: 'refused' } } },
    [
      'response-required-property-removed',
      'response-required-property-removed',
      'response-property-added',
      'response-schema-narrowed',
      'response-status-added',
    ],
    'breaking',
  ],
  // Aniva
  [
    'a value of the status enum is renamed',
    { response: object({ status: { enum: ['scheduled', 'confirmed'] } }) },
    { response: object({ status: { enum: ['pending', 'confirmed'] } }) },
    ['response-schema-narrowed', 'response-enum-value-added'],
    'dangerous',
  ],
  [
    'a status means the opposite',
    { response: { type: 'object', ...invariant('self.status != "confirmed" || self.locked') } },
    { response: { type: 'object', ...invariant('self.status != "confirmed" || !self.locked') } },
    ['invariant-changed'],
    'dangerous',
  ],
  [
    'the default status changes',
    { response: object({ status: { type: 'string', default: 'scheduled' } }) },
    { response: object({ status: { type: 'string', default: 'confirmed' } }) },
    ['response-default-changed'],
    'dangerous',
  ],
  [
    'the description names another final status',
    { operation: { description: 'It ends in completed.' } },
    { operation: { description: 'It stays blood_drawn.' } },
    ['text-changed'],
    'text',
  ],
  [
    'an enum becomes free text',
    { response: object({ status: { enum: ['scheduled'] } }) },
    { response: object({ status: text }) },
    ['response-schema-widened'],
    'breaking',
  ],
  [
    'a time has an offset instead of Z',
    { response: object({ at: { type: 'string', pattern: 'Z$' } }) },
    { response: object({ at: { type: 'string', pattern: '[+-]\\d\\d:\\d\\d$' } }) },
    ['response-schema-unclear'],
    'dangerous',
  ],
  [
    'a time must have a zone',
    { request: object({ at: text }) },
    { request: object({ at: { type: 'string', format: 'date-time' } }) },
    ['request-schema-narrowed'],
    'breaking',
  ],
  [
    'timestamps are added',
    { response: object({}) },
    { response: object({ created_at: text, updated_at: text }) },
    ['response-property-added', 'response-property-added'],
    'compatible',
  ],
  [
    'lists are added that are always present',
    { response: object({}) },
    { response: object({ panels: list(text) }, ['panels']) },
    ['response-property-added', 'response-schema-narrowed'],
    'compatible',
  ],
  [
    'operations are added',
    {},
    { otherPaths: { '/appointments/{id}/cancel': { post: ok } } },
    ['operation-added'],
    'compatible',
  ],
  ['no scope is required any more', { security: { login: ['prod/api'] } }, {}, ['scope-removed'], 'compatible'],
  [
    'a field becomes required under the same version',
    { request: object({ panel_id: text }) },
    { request: object({ panel_id: text }, ['panel_id']) },
    ['request-required-added'],
    'breaking',
  ],
  [
    'a field is renamed and the old name is still accepted',
    { request: object({ group_slug: text }, ['group_slug']) },
    { request: object({ group: text, group_slug: { type: 'string', deprecated: true } }) },
    ['deprecated', 'request-property-added', 'request-schema-widened'],
    'compatible',
  ],
  [
    'a value of the carrier enum is renamed',
    { response: object({ carrier: { enum: ['go_express', 'dhl'] } }) },
    { response: object({ carrier: { enum: ['go', 'dhl'] } }) },
    ['response-schema-narrowed', 'response-enum-value-added'],
    'dangerous',
  ],
  [
    'an enum value is removed',
    { response: object({ status: { enum: ['shipped', 'arrived'] } }) },
    { response: object({ status: { enum: ['arrived'] } }) },
    ['response-schema-narrowed'],
    'compatible',
  ],
  [
    'the pattern of an id changes',
    { response: object({ id: { type: 'string', pattern: '^P-\\d{6}-\\d{4}$' } }) },
    { response: object({ id: { type: 'string', pattern: '^P\\d{10}$' } }) },
    ['response-schema-unclear'],
    'dangerous',
  ],
  [
    'times move into a list',
    { response: object({ shipped_at: text }, ['shipped_at']) },
    { response: object({ updates: list(object({ status: text, time: text })) }) },
    ['response-required-property-removed', 'response-property-added'],
    'breaking',
  ],
  [
    'a list of links is added',
    { response: object({}) },
    { response: object({ appointments: list(text) }) },
    ['response-property-added'],
    'compatible',
  ],
  [
    'the description names another event',
    { operation: { description: 'On a new time.' } },
    { operation: { description: 'Also on a new weight.' } },
    ['text-changed'],
    'text',
  ],
  [
    'a field that was always sent is documented',
    { response: object({}) },
    { response: object({ comment: { type: ['string', 'null'] } }) },
    ['response-property-added'],
    'compatible',
  ],
  [
    'a field may now be null',
    { response: object({ state: { type: 'string', description: 'may be null' } }) },
    { response: object({ state: { type: ['string', 'null'], description: 'null when not mapped' } }) },
    ['response-schema-widened', 'text-changed'],
    'breaking',
  ],
  [
    'the URL of the documentation changes',
    { operation: { externalDocs: { url: 'https://docs.example/api-reference' } } },
    { operation: { externalDocs: { url: 'https://docs.example/api' } } },
    ['text-changed'],
    'text',
  ],
  [
    'a list has another order',
    { response: { type: 'object', ...invariant('self.items[0] <= self.items[1]') } },
    { response: { type: 'object', ...invariant('self.items[0] >= self.items[1]') } },
    ['invariant-changed'],
    'dangerous',
  ],
  [
    'the response is a list instead of the resource',
    { response: object({ id: text }) },
    { response: list(text) },
    ['response-schema-widened'],
    'breaking',
  ],
  // The rows below change promises that a document can express only with `x-` annotations.
  [
    'a further status is accepted',
    { operation: scenario([]) },
    { operation: scenario(['404']) },
    ['accepted-status-added'],
    'dangerous',
  ],
]

const LEVELS = ['breaking', 'dangerous', 'compatible', 'text'] as const

test.each(rows)(
  'diff reports the expected rules and level for this change of an API: %s',
  (_title, older, newer, rules, worst) => {
    const changes = diffDocuments(documentOf(older), documentOf(newer), { today: '2026-01-05' })
    expect(changes.map(({ rule }) => rule).toSorted()).toEqual([...rules].toSorted())
    expect(LEVELS.find((level) => changes.some((each) => each.level === level)) ?? 'none').toBe(worst)
  },
)
