/** What a report says of a rule: a title that is a fact when the rule is kept, and why anybody should care. */
export interface RuleText {
  readonly title: string
  readonly why: string
  /** What mends a finding of it, at the side that is at fault. */
  readonly mend: string
}

// In the order in which rules are heard: see rankOf.
const RULE_TEXTS: Readonly<Record<string, RuleText>> = {
  unsupported_method: {
    title: 'A method that the document does not have is refused',
    why: 'An undocumented method is an operation that nobody tests or protects.',
    mend: 'answer 405 with Allow, or document the method',
  },
  status_code_conformance: {
    title: 'The status is one that the document promises for this request',
    why: 'Clients switch on the status: one that they were never told of is handled as something else, or not at all.',
    mend: 'answer with the documented status, or document the one that was seen',
  },
  not_a_server_error: {
    title: 'Nothing that is sent breaks the server',
    why: 'A 5xx to a request that anybody can send is a fault waiting for its moment.',
    mend: 'find the fault in the server log by the time and path of the request',
  },
  ignored_auth: {
    title: 'Who may not enter is kept out',
    why: 'These are health records: an answer without good credentials is a breach.',
    mend: 'check the credentials before anything else',
  },
  scenario_expectation: {
    title: 'A scenario ends as the document says',
    why: 'A scenario is how the document says that a status is reached: it is the business rule behind it.',
    mend: 'keep the business rule, or correct the scenario in x-scenarios',
  },
  positive_data_acceptance: {
    title: 'A request that keeps the document is accepted',
    why: 'Clients send what the document allows; a refusal here is an outage for them.',
    mend: 'accept this request, or forbid it in the document',
  },
  missing_required_header: {
    title: 'A request without a required header is refused',
    why: 'A header that can be left out is not required, and clients will leave it out.',
    mend: 'refuse the request, or make the header optional in the document',
  },
  negative_data_rejection: {
    title: 'A request that breaks the document is refused',
    why: 'What is accepted today is relied on tomorrow, and wrong data is stored meanwhile.',
    mend: 'refuse this request with a documented 4xx, or allow it in the document',
  },
  content_type_conformance: {
    title: 'The content type is one that the document promises for this status',
    why: 'A client parses by content type: an error page in HTML where JSON is promised breaks the parser, not the call.',
    mend: 'send the documented content type, or document the one that was seen',
  },
  response_schema_conformance: {
    title: 'The body keeps the schema of its status and content type',
    why: 'Types and validators are generated from this schema: what breaks it breaks every consumer.',
    mend: 'send what the schema says, or change the schema and release it as a change',
  },
  response_headers_conformance: {
    title: 'The headers are there and keep their schemas',
    why: 'A header that is promised is read, and its absence is found only in production.',
    mend: 'send the header as documented, or change the document',
  },
  invariant: {
    title: 'What the document says of fields together holds',
    why: 'No schema can say it, and clients rely on it all the same.',
    mend: 'keep the rule, or change it in x-invariants',
  },
  bystander_unchanged: {
    title: 'An update touches only its own resource',
    why: 'A change to somebody else’s appointment is the worst that an update can do.',
    mend: 'restrict the write to the resource of the path',
  },
  refused_update_leaves_no_trace: {
    title: 'A refused update changes nothing',
    why: 'Clients retry after a refusal and count on the state before it.',
    mend: 'refuse before the first write, or roll back',
  },
  partial_update_frame: {
    title: 'A partial update changes what was sent and nothing else',
    why: 'A field that changes unasked is lost data for whoever wrote it.',
    mend: 'leave alone what the request does not name, or document what follows it',
  },
  instant_preserved: {
    title: 'A date-time means the same instant when it is read back',
    why: 'An appointment an hour off is a missed appointment.',
    mend: 'store instants with their offset, and never reinterpret them in another zone',
  },
  error_body_leak: {
    title: 'An error answer gives nothing away',
    why: 'Stack traces, queries and echoed credentials help whoever attacks.',
    mend: 'answer with the documented error body and log the rest',
  },
  undocumented_field: {
    title: 'An answer shows only what the document knows',
    why: 'An unknown field is not a breach, but the document falls behind the server, and clients begin to rely on it.',
    mend: 'describe the field in the document, or stop sending it',
  },
  unstable_answer: {
    title: 'The same request is answered the same way',
    why: 'A contract that holds only sometimes cannot be built on.',
    mend: 'find what the answer depends on besides the request',
  },
}

/** The texts of a rule; a rule without any is told by its id alone. */
export function textOf(rule: string): RuleText {
  return (
    RULE_TEXTS[rule] ?? {
      title: `The rule ${rule} is kept`,
      why: `The rule ${rule} is part of the contract.`,
      mend: 'make both sides agree: change the server, or the document',
    }
  )
}

/** Place of a rule on the stages of judging: where several rules tell of one cause, the lowest rank tells it. */
export function rankOf(rule: string): number {
  const rules = Object.keys(RULE_TEXTS)
  return rules.includes(rule) ? rules.indexOf(rule) : rules.length
}
