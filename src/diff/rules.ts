import type { ChangeLevel, Party } from './levels.ts'

/** A rule about changes: its level and its texts. */
export interface ChangeRule {
  readonly level: ChangeLevel
  readonly breaksFor: readonly Party[]
  /** The end of the sentence "This change matters, because …". */
  readonly why: string
  /** The end of the sentence "To avoid a problem: …". */
  readonly fix: string
}

type Row = readonly [level: ChangeLevel, breaksFor: readonly Party[], why: string, fix: string]

const NEW_PROMISE = 'the provider must keep one more promise'
const NOTHING = 'no action is needed'
const KEEP_OLD = 'support the old form beside the new one until no consumer uses the old form'

/** All rules. A row has the level, the affected parties, the reason, and advice for a compatible change. */
const rows = {
  // Rules about operations and webhooks
  'operation-removed': [
    'breaking',
    ['senders', 'readers'],
    'consumers call the operation',
    'mark the operation `deprecated: true` with an `x-sunset` date, and remove it after that date',
  ],
  'deprecated-operation-removed': [
    'dangerous',
    ['senders', 'readers'],
    'the operation was deprecated, but without an `x-sunset` date that consumers could plan with',
    'give the date in `x-sunset` first',
  ],
  'operation-removed-after-sunset': ['compatible', [], 'the `x-sunset` date of the operation has passed', NOTHING],
  'operation-added': ['compatible', ['provider'], NEW_PROMISE, NOTHING],
  'webhook-removed': [
    'breaking',
    ['readers'],
    'consumers wait for the webhook',
    'send both the old and the new webhook for some time',
  ],
  'callback-removed': [
    'breaking',
    ['readers'],
    'consumers wait for the callback at the URL that they gave',
    'send both the old and the new callback for some time',
  ],
  'callback-added': ['compatible', ['provider'], 'consumers may ignore the callback', NOTHING],
  'webhook-added': ['compatible', ['provider'], 'consumers may ignore the webhook', NOTHING],
  'path-renamed': [
    'breaking',
    ['senders', 'readers'],
    'consumers call the old path',
    'serve both paths, and mark the old path `deprecated: true`',
  ],
  'operation-id-changed': [
    'dangerous',
    ['senders', 'gate'],
    'the names of functions in generated clients and of clauses in reports come from the operation id',
    'keep the operation id',
  ],
  deprecated: ['compatible', [], 'consumers should plan for the removal', 'give the date in `x-sunset`'],
  'no-longer-deprecated': ['compatible', [], 'the operation will stay', NOTHING],
  'sunset-earlier': ['breaking', ['senders', 'readers'], 'consumers have planned with the later date', 'keep the date'],
  'sunset-changed': ['compatible', [], 'consumers have more time', NOTHING],
  // Rules about servers and credentials
  'base-path-removed': [
    'breaking',
    ['senders', 'readers'],
    'consumers call URLs below the old base path',
    'serve both base paths for some time',
  ],
  'server-removed': [
    'dangerous',
    ['senders', 'readers'],
    'consumers of this server fail when the server is switched off',
    KEEP_OLD,
  ],
  'server-added': ['compatible', [], 'consumers may ignore the server', NOTHING],
  'anonymous-access-removed': [
    'breaking',
    ['senders'],
    'requests without credentials are refused',
    'allow requests with and without credentials for some time: add the empty requirement `{}`',
  ],
  'credential-added': [
    'breaking',
    ['senders'],
    'requests without the additional credential are refused',
    'keep the old requirement as an alternative for some time',
  ],
  'security-alternative-removed': [
    'breaking',
    ['senders'],
    'requests with these credentials are refused',
    'keep the old requirement as an alternative for some time',
  ],
  'scope-added': [
    'breaking',
    ['senders'],
    'tokens without the scope are refused',
    'accept tokens without the scope until all old tokens have expired',
  ],
  'scope-removed': ['compatible', [], 'tokens with the scope are still accepted', NOTHING],
  'security-alternative-added': ['compatible', [], 'the old credentials are still accepted', NOTHING],
  'credential-url-changed': [
    'dangerous',
    ['senders'],
    'consumers that use the old URL fail when that URL is switched off',
    'serve both URLs for some time',
  ],
  // Rules about parameters and bodies of requests
  'parameter-removed': [
    'dangerous',
    ['senders'],
    'the server now ignores the parameter, or refuses requests with it',
    'mark the parameter `deprecated: true` first',
  ],
  'deprecated-parameter-removed': ['compatible', [], 'the parameter was deprecated', NOTHING],
  'webhook-parameter-removed': [
    'breaking',
    ['readers'],
    'receivers read the parameter',
    'keep sending the parameter until no receiver needs it',
  ],
  'webhook-parameter-became-optional': [
    'breaking',
    ['readers'],
    'receivers expect the parameter',
    'always send the parameter',
  ],
  'webhook-parameter-became-required': ['compatible', ['provider'], NEW_PROMISE, NOTHING],
  'parameter-moved': ['breaking', ['senders'], 'the server no longer reads the parameter at the old place', KEEP_OLD],
  'parameter-added': ['compatible', ['provider'], 'the parameter is optional', NOTHING],
  'required-parameter-added': [
    'breaking',
    ['senders'],
    'requests without the parameter are refused',
    'make the parameter optional, with a default',
  ],
  'parameter-became-required': [
    'breaking',
    ['senders'],
    'requests without the parameter are refused',
    'keep the parameter optional, with a default',
  ],
  'parameter-with-default-became-required': [
    'dangerous',
    ['senders'],
    'the default gives a meaning to a request without the parameter, but the document now forbids such a request',
    'keep the parameter optional',
  ],
  'parameter-became-optional': ['compatible', ['provider'], 'requests with the parameter are still accepted', NOTHING],
  'parameter-style-changed': [
    'breaking',
    ['senders'],
    'the server now parses the same text as a different value',
    'add a parameter with the new style',
  ],
  'server-data-added': [
    'dangerous',
    ['senders'],
    'a value that matches the schema may be refused, because the value must now exist on the server',
    'accept every value that matches the schema',
  ],
  'server-data-removed': ['compatible', ['provider'], NEW_PROMISE, NOTHING],
  'body-removed': [
    'breaking',
    ['senders'],
    'the server ignores the body, or refuses the request',
    'keep the body as an optional body',
  ],
  'body-added': ['compatible', ['provider'], 'the body is optional', NOTHING],
  'required-body-added': ['breaking', ['senders'], 'requests without a body are refused', 'make the body optional'],
  'body-became-required': ['breaking', ['senders'], 'requests without a body are refused', 'keep the body optional'],
  'webhook-body-became-required': [
    'breaking',
    ['provider', 'testers'],
    'receivers may refuse a call without a body, so senders and simulators that send no body fail',
    'keep the body optional until all senders send it',
  ],
  'body-became-optional': ['compatible', ['provider'], 'requests with a body are still accepted', NOTHING],
  'webhook-body-became-optional': ['breaking', ['readers'], 'receivers expect a body', 'always send a body'],
  'request-media-type-removed': [
    'breaking',
    ['senders'],
    'requests with this media type are refused with 415',
    KEEP_OLD,
  ],
  'request-media-type-added': ['compatible', ['provider'], NEW_PROMISE, NOTHING],
  'encoding-changed': [
    'dangerous',
    ['senders'],
    'the server now parses the same bytes as a different value',
    'keep the encoding',
  ],
  // Rules about responses
  'success-status-removed': ['breaking', ['readers'], 'consumers expect the status', 'keep the status'],
  'response-status-removed': [
    'dangerous',
    ['readers'],
    'consumers handle the status, and the document no longer defines the response in this situation',
    'keep the status, or document the status that replaces it',
  ],
  'success-status-added': [
    'dangerous',
    ['readers'],
    'consumers that know only the old statuses treat the new status as a failure',
    'return the new status only to requests that ask for it',
  ],
  'response-status-added': [
    'compatible',
    ['provider'],
    'consumers handle unknown statuses by their first digit',
    NOTHING,
  ],
  'response-media-type-removed': [
    'breaking',
    ['readers'],
    'consumers that accept only this media type receive 406',
    KEEP_OLD,
  ],
  'response-media-type-added': [
    'compatible',
    ['provider'],
    'consumers request the media type that they can read (`Accept`)',
    NOTHING,
  ],
  'required-response-header-removed': ['breaking', ['readers'], 'consumers read the header', 'keep sending the header'],
  'response-header-removed': [
    'dangerous',
    ['readers'],
    'consumers that read the header find nothing',
    'mark the header `deprecated: true` first',
  ],
  'response-header-added': ['compatible', ['provider'], 'consumers may ignore the header', NOTHING],
  'response-header-became-optional': ['breaking', ['readers'], 'consumers read the header', 'keep sending the header'],
  'response-header-became-required': ['compatible', ['provider'], NEW_PROMISE, NOTHING],
  'link-removed': ['dangerous', ['readers'], 'consumers that follow the link find nothing', KEEP_OLD],
  'link-added': ['compatible', ['provider'], NEW_PROMISE, NOTHING],
  // Rules about scenarios, states, invariants and other annotations
  'scenario-removed': [
    'dangerous',
    ['testers', 'gate'],
    'the document no longer shows how to get the status, and the clauses of the status lose coverage',
    'keep the scenario',
  ],
  'scenario-added': ['compatible', ['provider'], NEW_PROMISE, NOTHING],
  'scenario-changed': [
    'dangerous',
    ['testers'],
    'tests that were generated from the scenario now set up or send something else',
    'keep the old scenario and add a new one',
  ],
  'accepted-status-added': [
    'dangerous',
    ['readers', 'testers'],
    'the operation may now answer with a status that it could not return before',
    'return only the status that the scenario expected before',
  ],
  'accepted-status-removed': ['compatible', ['provider'], NEW_PROMISE, NOTHING],
  'expectation-removed': [
    'dangerous',
    ['readers', 'testers'],
    'the response no longer has to contain the expected value',
    'keep the expectation',
  ],
  'expectation-added': ['compatible', ['provider'], NEW_PROMISE, NOTHING],
  'status-became-unreachable': [
    'dangerous',
    ['gate'],
    'runs against these targets can no longer show the status',
    'keep a scenario that gets the status',
  ],
  'status-became-reachable': ['compatible', ['provider'], NEW_PROMISE, NOTHING],
  'state-removed': ['dangerous', ['testers'], 'tests can no longer set up the state', 'keep the state'],
  'state-added': ['compatible', [], 'tests may ignore the state', NOTHING],
  'state-changed': [
    'dangerous',
    ['testers'],
    'tests that set up the state pass old parameters or read old values',
    'keep the old state and add a new one',
  ],
  'invariant-removed': [
    'breaking',
    ['readers', 'testers'],
    'consumers may rely on the invariant',
    'keep the invariant',
  ],
  'invariant-added': ['compatible', ['provider'], NEW_PROMISE, NOTHING],
  'invariant-changed': [
    'dangerous',
    ['readers', 'testers'],
    'the old and the new rule cannot be compared, so the old rule may no longer be true',
    'keep the old invariant and add a new one',
  ],
  'update-rule-removed': [
    'breaking',
    ['senders'],
    'an update may now change fields that it does not send',
    'keep `x-update: partial`',
  ],
  'update-rule-added': ['compatible', ['provider'], NEW_PROMISE, NOTHING],
  'field-became-changeable': [
    'breaking',
    ['readers'],
    'an update that does not send the field may now change it',
    'change the field only if an update sends it',
  ],
  'field-became-stable': ['compatible', ['provider'], NEW_PROMISE, NOTHING],
  'read-back-removed': [
    'dangerous',
    ['readers', 'testers'],
    'the response no longer has to contain the sent value',
    'keep the field in the response',
  ],
  'read-back-added': ['compatible', ['provider'], NEW_PROMISE, NOTHING],
  'source-weakened': [
    'dangerous',
    ['readers', 'gate'],
    'a server that contradicts the clause no longer breaks a promise of the vendor',
    "keep the source, or prove the clause on the vendor's server",
  ],
  'source-strengthened': [
    'compatible',
    ['provider'],
    'a server that contradicts the clause now breaks a promise of the vendor',
    NOTHING,
  ],
  // Rules about schemas. Consumers send the values of `request` rules, and read the values of `response` rules
  'request-schema-narrowed': [
    'breaking',
    ['senders'],
    'requests that were valid are refused',
    'accept the old values too',
  ],
  'request-schema-widened': ['compatible', ['provider'], 'the old requests are still valid', NOTHING],
  'request-schema-unclear': [
    'dangerous',
    ['senders'],
    'the two schemas cannot be compared, so requests that were valid may be refused',
    'accept the old values too',
  ],
  'request-required-added': [
    'breaking',
    ['senders'],
    'requests without the property are refused',
    'make the property optional, with a default',
  ],
  'request-required-with-default': [
    'dangerous',
    ['senders'],
    'the default gives a meaning to a request without the property, but the document now forbids such a request',
    'keep the property optional',
  ],
  'request-property-removed': [
    'dangerous',
    ['senders'],
    'the server now ignores the property, or refuses requests with it',
    'mark the property `deprecated: true` first',
  ],
  'request-property-added': ['compatible', ['provider'], 'the property is optional', NOTHING],
  'response-schema-narrowed': [
    'compatible',
    ['provider'],
    'consumers could read these values before; ' + NEW_PROMISE,
    NOTHING,
  ],
  'response-schema-widened': [
    'breaking',
    ['readers'],
    'consumers receive values that were not possible before',
    'give the new values only to consumers that ask for them',
  ],
  'response-schema-unclear': [
    'dangerous',
    ['readers'],
    'the two schemas cannot be compared, so consumers may receive values that were not possible before',
    'return only values that were possible before',
  ],
  'response-enum-value-added': [
    'dangerous',
    ['readers'],
    'consumers with a closed list of values fail if they receive the new value',
    'say in the document that values may be added (`x-extensible-enum`) before you add a value',
  ],
  'response-pattern-removed': ['dangerous', ['readers'], 'consumers may rely on the pattern', 'keep the pattern'],
  'response-object-opened': [
    'dangerous',
    ['readers'],
    'consumers that refuse unknown properties fail',
    'keep unknown properties forbidden',
  ],
  'response-required-property-removed': [
    'breaking',
    ['readers'],
    'consumers read the property',
    'keep sending the property until no consumer needs it',
  ],
  'response-property-removed': [
    'dangerous',
    ['readers'],
    'consumers that read the property find nothing',
    'mark the property `deprecated: true` first',
  ],
  'response-property-added': ['compatible', ['provider'], 'consumers ignore unknown properties', NOTHING],
  'response-property-became-optional': [
    'breaking',
    ['readers'],
    'consumers read the property',
    'keep sending the property',
  ],
  'request-default-changed': [
    'dangerous',
    ['senders'],
    'requests without the value now have another meaning',
    'ask consumers to send the value first, then change the default',
  ],
  'response-default-changed': [
    'dangerous',
    ['readers'],
    'consumers that replace an absent value by the default now use another value',
    'always send the value',
  ],
  'discriminator-changed': [
    'dangerous',
    ['senders', 'readers'],
    'generated code chooses the variant by the discriminator',
    'keep the values of the discriminator',
  ],
  'schema-layout-changed': [
    'compatible',
    [],
    'the same values are valid; only code generators may notice the change',
    NOTHING,
  ],
  // Rules about texts for human readers
  'text-changed': ['text', [], 'only people read the text', NOTHING],
} as const satisfies Readonly<Record<string, Row>>

/** The id of a rule. It never changes. */
export type ChangeRuleId = keyof typeof rows

/** Returns the level and the texts of a rule. */
export function ruleOf(id: ChangeRuleId): ChangeRule {
  const [level, breaksFor, why, fix]: Row = rows[id]
  return { level, breaksFor, why, fix }
}

/** All rule ids, in the order of the table. */
export const RULE_IDS = Object.keys(rows) as ChangeRuleId[]
