/**
 * The kinds of harm that a finding can mean, the worst first. Reports sort findings of the same level by weight.
 *
 * | weight    | what happens                                                                                    |
 * | --------- | ----------------------------------------------------------------------------------------------- |
 * | `harm`    | data is lost or changed, strangers get access or see data, or the server fails (5xx)            |
 * | `wrong`   | a response has an undocumented status, type or value                                            |
 * | `lenient` | a request that the document forbids is accepted                                                 |
 */
export const WEIGHTS = ['harm', 'wrong', 'lenient'] as const
export type Weight = (typeof WEIGHTS)[number]

const HARM: ReadonlySet<string> = new Set([
  'ignored_auth',
  'other_record_in_response',
  'error_body_leak',
  'write_only_in_response',
  'not_a_server_error',
  'bystander_unchanged',
  'refused_update_leaves_no_trace',
  'partial_update_frame',
  'unsent_field_kept',
  'deleted_is_gone',
  'read_only_kept',
  'sent_value_returned',
  'instant_preserved',
  'resource_identity',
])
const LENIENT: ReadonlySet<string> = new Set([
  'negative_data_rejection',
  'missing_required_header',
  'unsupported_method',
])

/** Returns the weight of a finding. `status` is the status of the response; a 5xx means that the server failed. */
export function weightOf(rule: string, status?: number): Weight {
  if (status !== undefined && status >= 500) return 'harm'
  return HARM.has(rule) ? 'harm' : LENIENT.has(rule) ? 'lenient' : 'wrong'
}
