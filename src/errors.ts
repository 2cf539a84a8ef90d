/**
 * The first sentence of each expected error. Its cause is a call, the document or the environment. A fault of the
 * tested API is not an error but a finding.
 */
const sentences = {
  'document-unreadable': 'The document cannot be read',
  'document-empty': 'The document is empty',
  'document-not-parsable': 'The document is neither YAML nor JSON',
  'document-not-openapi': 'The document is not an OpenAPI 3.0, 3.1 or 3.2 document',
  'document-invalid': 'The document is not valid',
  'overlay-invalid': 'The overlay cannot be applied',
  'overlay-missing': 'An overlay that the policy names was not applied',
  'documents-unrelated': 'The two documents describe different APIs',
  'revision-unreadable': 'The revision cannot be read',
  'bad-waivers': 'The waivers are invalid',
  'bad-baseline': 'The baseline is invalid',
  'reference-not-found': 'Unresolved $ref',
  'reference-cycle': 'A $ref refers to itself',
  'reference-outside': 'A $ref leads outside the folder of the document',
  'reference-remote': 'A $ref refers to another host, and the gate never downloads documents',
  'schema-not-compilable': 'A schema cannot be compiled',
  'no-valid-value': 'No value was found that matches the schema',
  'literal-invalid': 'A literal of a scenario (such as $time) cannot be resolved',
  'invariant-invalid': 'An invariant is not a valid CEL rule',
  'refusal-invalid': 'A refusal rule is invalid',
  'unknown-api': 'There is no such API',
  'unknown-operation': 'There is no such operation',
  'unknown-check': 'There is no such check',
  'unknown-case': 'There is no such case',
  'unknown-target': 'There is no such target',
  'bad-argument': 'An argument is invalid',
  'bad-config': 'The configuration is invalid',
  'bad-policy': 'The policy is invalid',
  'package-missing': 'An optional package is not installed',
  'port-in-use': 'The port is in use',
  'target-down': 'The target cannot be reached',
  'clocks-apart': 'The clock of the target differs from the clock of the run',
  'mock-failed': 'The mock did not start',
  'mock-died': 'The mock stopped while it was in use',
  'state-not-established': 'A provider state could not be set up',
  'fixture-unusable': 'A fixture cannot be used',
  'journal-unwritable': 'The journal cannot be written, so nothing was changed',
  'run-locked': 'Another run uses these fixtures',
  'changes-left': 'An earlier run left changes at the server',
  'credentials-refused': 'The token endpoint returned no token',
  'report-unwritable': 'The report cannot be written',
  'report-unreadable': 'The report cannot be read',
  'not-generated': 'Code for the document cannot be generated',
  'file-exists': 'A file exists already and was not changed',
  'folder-in-use': 'The output folder has files that are not generated',
  'generated-stale': 'Generated files differ from the documents',
} as const

/** The code of an error. It never changes. */
export type ErrorCode = keyof typeof sentences

/** True for a code of this version of the package. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(sentences, code)
}

/** The texts after the first sentence of an error. */
export interface ErrorDetails {
  /** The specific problem. */
  readonly what?: string
  /** Where: a file, JSON Pointer, URL or option. */
  readonly where?: string
  /** How to fix it. */
  readonly next?: string
}

/** An error in the use of the gate, never a finding. The command line prints it without a stack and exits with 2. */
export class ContractError extends Error {
  override readonly name = 'ContractError'
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    const lines = [details.what === undefined ? sentences[code] : `${sentences[code]}: ${details.what}`]
    if (details.where !== undefined) lines.push(`  where  ${details.where}`)
    if (details.next !== undefined) lines.push(`  next   ${details.next}`)
    super(lines.join('\n'))
    this.code = code
    this.details = details
  }
}
