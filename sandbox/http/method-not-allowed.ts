import type { SandboxAnswer } from './answer.ts'
import type { Refusal } from '../behaviour.ts'

/**
 * Returns a 405 that lists the allowed methods (RFC 9110 §15.5.6). `shape` converts the refusal to an error response of
 * the API.
 */
export function methodNotAllowed(
  methods: readonly string[],
  shape: (refusal: Refusal) => SandboxAnswer,
): SandboxAnswer {
  const headers = { allow: methods.join(', ') }
  return shape({ status: 405, message: 'Method not allowed.', headers })
}
