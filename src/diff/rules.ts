import type { ChangeLevel, Party } from './levels.ts'

/** The texts and the level of a rule. */
export interface ChangeRule {
  readonly level: ChangeLevel
  readonly breaksFor: readonly Party[]
  /** Ends the sentence "This matters, because …". */
  readonly why: string
  /** Ends the sentence "To change it compatibly, …". */
  readonly fix: string
}

type Row = readonly [level: ChangeLevel, breaksFor: readonly Party[], why: string, fix: string]

const NEW_PROMISE = 'the provider has a promise more to keep'
const NOTHING = 'nothing has to be done'
const KEEP_OLD = 'keep the old form beside the new one until its consumers have moved'

/**
 * Every rule: its level, the parties for whom the change breaks something, the reason, and advice for a compatible
 * change.
 */
const rows = {
  // Operations and webhooks
  'operation-removed': [
    'breaking',
    ['senders', 'readers'],
    'consumers call it',
    'mark it `deprecated: true` with an `x-sunset` date, and remove it after that date',
  ],
  'deprecated-operation-removed': [
    'dangerous',
    ['senders', 'readers'],
    'it was deprecated, but without an `x-sunset` date that consumers could plan with',
    'give the date in `x-sunset` first',
  ],
  'operation-removed-after-sunset': ['compatible', [], 'its `x-sunset` date has passed', NOTHING],
  'operation-added': ['compatible', ['provider'], NEW_PROMISE, NOTHING],
  'webhook-removed': ['breaking', ['readers'], 'consumers wait for it', 'send the old and the new webhook for a time'],
  'webhook-added': ['compatible', ['provider'], 'consumers may ignore it', NOTHING],
  'path-renamed': [
    'breaking',
    ['senders', 'readers'],
    'consumers call the old path',
    'serve both paths, with the old one deprecated',
  ],
  'operation-id-changed': [
    'dangerous',
    ['senders', 'gate'],
    'generated clients name their functions after it, and reports name clauses after it',
    'keep the operation id',
  ],
  deprecated: ['compatible', [], 'consumers should plan for the removal', 'give the date in `x-sunset`'],
  'no-longer-deprecated': ['compatible', [], 'it will stay', NOTHING],
  'sunset-earlier': ['breaking', ['senders', 'readers'], 'consumers planned with the later date', 'keep the date'],
  'sunset-changed': ['compatible', [], 'consumers have more time', NOTHING],
  // Servers and credentials
  'base-path-removed': [
    'breaking',
    ['senders', 'readers'],
    'consumers call URLs below it',
    'serve both base paths for a time',
  ],
  'server-removed': [
    'dangerous',
    ['senders', 'readers'],
    'consumers of this host fail when it is switched off',
    KEEP_OLD,
  ],
  'server-added': ['compatible', [], 'consumers may ignore it', NOTHING],
  'anonymous-access-removed': [
    'breaking',
    ['senders'],
    'requests without credentials are refused',
    'allow both for a time: add the empty requirement `{}`',
  ],
  'credential-added': [
    'breaking',
    ['senders'],
    'requests without the further credential are refused',
    'allow both for a time: keep the old requirement as an alternative',
  ],
  'security-alternative-removed': [
    'breaking',
    ['senders'],
    'requests with these credentials are refused',
    'keep the old requirement as an alternative for a time',
  ],
  'scope-added': [
    'breaking',
    ['senders'],
    'tokens without the scope are refused',
    'accept tokens without the scope until all were renewed',
  ],
  'scope-removed': ['compatible', [], 'tokens with the scope are accepted too', NOTHING],
  'security-alternative-added': ['compatible', [], 'the old credentials are accepted too', NOTHING],
  'credential-url-changed': [
    'dangerous',
    ['senders'],
    'consumers that hold the old URL fail when it is switched off',
    'serve both URLs for a time',
  ],
  // Parameters and bodies of requests
  'parameter-removed': [
    'dangerous',
    ['senders'],
    'the server ignores it from now on, or refuses it',
    'mark it `deprecated: true` first',
  ],
  'deprecated-parameter-removed': ['compatible', [], 'it was deprecated', NOTHING],
  'parameter-moved': ['breaking', ['senders'], 'the server does not look for it at the old place', KEEP_OLD],
  'parameter-added': ['compatible', ['provider'], 'it is optional', NOTHING],
  'required-parameter-added': [
    'breaking',
    ['senders'],
    'requests without it are refused',
    'make it optional, with a default',
  ],
  'parameter-became-required': [
    'breaking',
    ['senders'],
    'requests without it are refused',
    'keep it optional, with a default',
  ],
  'parameter-with-default-became-required': [
    'dangerous',
    ['senders'],
    'its default says what a request without it means, but the document forbids that request',
    'keep it optional',
  ],
  'parameter-became-optional': ['compatible', ['provider'], 'requests with it are accepted too', NOTHING],
  'parameter-style-changed': [
    'breaking',
    ['senders'],
    'the server reads the same text as another value',
    'add a parameter with the new style',
  ],
  'server-data-added': [
    'dangerous',
    ['senders'],
    'a valid value may be refused, because it must now exist on the server',
    'accept every valid value',
  ],
  'server-data-removed': ['compatible', ['provider'], NEW_PROMISE, NOTHING],
  'body-removed': [
    'breaking',
    ['senders'],
    'what the body says is ignored, or the request is refused',
    'keep the body optional',
  ],
  'body-added': ['compatible', ['provider'], 'it is optional', NOTHING],
  'required-body-added': ['breaking', ['senders'], 'requests without a body are refused', 'make it optional'],
  'body-became-required': ['breaking', ['senders'], 'requests without a body are refused', 'keep it optional'],
  'webhook-body-became-required': [
    'breaking',
    ['provider', 'testers'],
    'receivers may refuse a call without a body, and senders and simulators that send none fail',
    'keep it optional until all senders send it',
  ],
  'body-became-optional': ['compatible', ['provider'], 'requests with a body are accepted too', NOTHING],
  'webhook-body-became-optional': ['breaking', ['readers'], 'receivers expect a body', 'send a body always'],
  'request-media-type-removed': ['breaking', ['senders'], 'requests of this type are refused with 415', KEEP_OLD],
  'request-media-type-added': ['compatible', ['provider'], NEW_PROMISE, NOTHING],
  'encoding-changed': [
    'dangerous',
    ['senders'],
    'the server reads the same bytes as another value',
    'keep the encoding',
  ],
  // Responses
  'success-status-removed': ['breaking', ['readers'], 'consumers expect this status', 'keep the status'],
  'response-status-removed': [
    'dangerous',
    ['readers'],
    'consumers handle this status, and the document no longer says what happens instead',
    'keep the status, or say which status takes its place',
  ],
  'success-status-added': [
    'dangerous',
    ['readers'],
    'consumers that know only the old statuses take it for a failure',
    'give it only to requests that ask for it',
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
    'consumers that accept only this type receive 406',
    KEEP_OLD,
  ],
  'response-media-type-added': ['compatible', ['provider'], 'consumers ask for the type that they read', NOTHING],
  'required-response-header-removed': ['breaking', ['readers'], 'consumers read it', 'keep sending it'],
  'response-header-removed': [
    'dangerous',
    ['readers'],
    'consumers that read it find nothing',
    'mark it `deprecated: true` first',
  ],
  'response-header-added': ['compatible', ['provider'], 'consumers may ignore it', NOTHING],
  'response-header-became-optional': ['breaking', ['readers'], 'consumers read it', 'keep sending it'],
  'response-header-became-required': ['compatible', ['provider'], NEW_PROMISE, NOTHING],
  'link-removed': ['dangerous', ['readers'], 'consumers that follow it find nothing', KEEP_OLD],
  'link-added': ['compatible', ['provider'], NEW_PROMISE, NOTHING],
  // Promises of the overlay and the annotations
  'scenario-removed': [
    'dangerous',
    ['testers', 'gate'],
    'nothing shows any longer how the status is reached, and its clauses lose coverage',
    'keep the scenario',
  ],
  'scenario-added': ['compatible', ['provider'], NEW_PROMISE, NOTHING],
  'scenario-changed': [
    'dangerous',
    ['testers'],
    'tests that were made from the scenario prepare or send something else',
    'add a scenario beside the old one',
  ],
  'accepted-status-added': [
    'dangerous',
    ['readers', 'testers'],
    'the operation may answer with another status than before',
    'keep to the documented status',
  ],
  'accepted-status-removed': ['compatible', ['provider'], NEW_PROMISE, NOTHING],
  'expectation-removed': [
    'dangerous',
    ['readers', 'testers'],
    'the response no longer has to show it',
    'keep the expectation',
  ],
  'expectation-added': ['compatible', ['provider'], NEW_PROMISE, NOTHING],
  'status-became-unreachable': [
    'dangerous',
    ['gate'],
    'no run can show the status on these targets any longer',
    'keep a scenario that reaches it',
  ],
  'status-became-reachable': ['compatible', ['provider'], NEW_PROMISE, NOTHING],
  'state-removed': ['dangerous', ['testers'], 'tests cannot set it up any longer', 'keep the state'],
  'state-added': ['compatible', [], 'tests may ignore it', NOTHING],
  'state-changed': [
    'dangerous',
    ['testers'],
    'tests that set it up give other parameters or read other values',
    'add a state beside the old one',
  ],
  'invariant-removed': ['breaking', ['readers', 'testers'], 'consumers may rely on it', 'keep the invariant'],
  'invariant-added': ['compatible', ['provider'], NEW_PROMISE, NOTHING],
  'invariant-changed': [
    'dangerous',
    ['readers', 'testers'],
    'two rules cannot be compared, so the old one may no longer be true',
    'add an invariant beside the old one',
  ],
  'update-rule-removed': [
    'breaking',
    ['senders'],
    'a field that is not sent no longer has to keep its value',
    'keep `x-update: partial`',
  ],
  'update-rule-added': ['compatible', ['provider'], NEW_PROMISE, NOTHING],
  'field-became-changeable': [
    'breaking',
    ['readers'],
    'an update may now change the field although it does not send it',
    'leave the field unchanged unless it is sent',
  ],
  'field-became-stable': ['compatible', ['provider'], NEW_PROMISE, NOTHING],
  'read-back-removed': [
    'dangerous',
    ['readers', 'testers'],
    'the response no longer has to show what was sent',
    'keep showing the field',
  ],
  'read-back-added': ['compatible', ['provider'], NEW_PROMISE, NOTHING],
  'source-weakened': [
    'dangerous',
    ['readers', 'gate'],
    'a server that contradicts it no longer breaks a promise of the vendor',
    "keep the source, or prove the clause on the vendor's server",
  ],
  'source-strengthened': ['compatible', ['provider'], 'a server that contradicts it now breaks a promise', NOTHING],
  // Schemas: consumers send values of `request` schemas and read values of `response` schemas
  'request-schema-narrowed': [
    'breaking',
    ['senders'],
    'requests that were valid are refused',
    'accept the old values too',
  ],
  'request-schema-widened': ['compatible', ['provider'], 'the old requests are valid too', NOTHING],
  'request-schema-unclear': [
    'dangerous',
    ['senders'],
    'the two cannot be compared, so valid requests may be refused',
    'accept the old values too',
  ],
  'request-required-added': [
    'breaking',
    ['senders'],
    'requests without it are refused',
    'make it optional, with a default',
  ],
  'request-required-with-default': [
    'dangerous',
    ['senders'],
    'its default says what a request without it means, but the document forbids that request',
    'keep it optional',
  ],
  'request-property-removed': [
    'dangerous',
    ['senders'],
    'the server ignores it from now on, or refuses it',
    'mark it `deprecated: true` first',
  ],
  'request-property-added': ['compatible', ['provider'], 'it is optional', NOTHING],
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
    'the two cannot be compared, so consumers may receive values that were not possible before',
    'keep to the old values',
  ],
  'response-enum-value-added': [
    'dangerous',
    ['readers'],
    'consumers with a closed list of values fail at the new one',
    'say in the document that values may be added (`x-extensible-enum`) before you add one',
  ],
  'response-pattern-removed': ['dangerous', ['readers'], 'consumers may rely on the pattern', 'keep the pattern'],
  'response-object-opened': [
    'dangerous',
    ['readers'],
    'consumers that refuse unknown properties fail',
    'keep the object closed',
  ],
  'response-required-property-removed': [
    'breaking',
    ['readers'],
    'consumers read it',
    'keep sending it until consumers have moved',
  ],
  'response-property-removed': [
    'dangerous',
    ['readers'],
    'consumers that read it find nothing',
    'mark it `deprecated: true` first',
  ],
  'response-property-added': ['compatible', ['provider'], 'consumers ignore unknown properties', NOTHING],
  'response-property-became-optional': ['breaking', ['readers'], 'consumers read it', 'keep sending it'],
  'request-default-changed': [
    'dangerous',
    ['senders'],
    'requests without the value now mean something else',
    'send the value explicitly, then change the default',
  ],
  'response-default-changed': [
    'dangerous',
    ['readers'],
    'consumers that fill in absent values fill in another one',
    'send the value always',
  ],
  'discriminator-changed': [
    'dangerous',
    ['senders', 'readers'],
    'generated code chooses the variant by it',
    'keep the values of the discriminator',
  ],
  'schema-layout-changed': ['compatible', [], 'the same values are valid; only code generators may see it', NOTHING],
  // Texts that only people read
  'text-changed': ['text', [], 'people read it', NOTHING],
} as const satisfies Readonly<Record<string, Row>>

/** The stable id of a rule. */
export type RuleId = keyof typeof rows

/** Returns the texts and the level of a rule. */
export function ruleOf(id: RuleId): ChangeRule {
  const [level, breaksFor, why, fix]: Row = rows[id]
  return { level, breaksFor, why, fix }
}

/** The ids of all rules, in the order of the table. */
export const RULE_IDS = Object.keys(rows) as RuleId[]
