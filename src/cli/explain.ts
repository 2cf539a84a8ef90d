import { ContractError } from '../errors.ts'
import type { Host } from './host/host.ts'

/** If this environment variable is set, the program prints the whole text of internal errors. */
export const SHOW_ERRORS = 'CONTRACT_GATE_SHOW_ERRORS'

const KINDS = ['TypeError', 'RangeError', 'SyntaxError', 'ReferenceError', 'AggregateError']

/**
 * Returns the text of an error for the user. For an internal error, returns only its class and its stack trace, because
 * its message may contain a response or a credential, and logs are often published.
 */
export function explain(error: unknown, env: Host['env']): string {
  if (error instanceof ContractError) return error.message
  const details = env[SHOW_ERRORS] === undefined ? withoutText(error) : whole(error)
  return `Internal error in contract-gate; not a finding about the API.\n${details}`
}

function whole(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

function withoutText(error: unknown): string {
  const { message, name, stack } = error instanceof Error ? error : new Error('')
  const kind = KINDS.includes(name) ? name : 'Error'
  const start = stack?.indexOf(message) ?? -1
  const frames = stack === undefined || start < 0 ? [] : stack.slice(start + message.length).split('\n')
  return [
    `${kind} (text hidden, it may hold confidential values; set ${SHOW_ERRORS}=1 to show it)`,
    ...frames.filter((line) => /^ +at /.test(line)),
  ].join('\n')
}
