import type { SandboxAnswer } from './answer.ts'
import type { Refusal } from '../behaviour.ts'

/** 405 with the methods that are allowed (RFC 9110 §15.5.6), in the shape of the API's errors. */
export function methodNotAllowed(
  methods: readonly string[],
  shape: (refusal: Refusal) => SandboxAnswer,
): SandboxAnswer {
  const headers = { allow: methods.join(', ') }
  return shape({ status: 405, message: 'Method not allowed.', headers })
}
