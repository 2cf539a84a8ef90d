import { ContractError } from '../errors.ts'
import type { Host } from './host.ts'

/** Set to anything, errors of ours are printed whole. */
export const SHOW_ERRORS = 'CONTRACT_GATE_SHOW_ERRORS'

const KINDS = ['TypeError', 'RangeError', 'SyntaxError', 'ReferenceError', 'AggregateError']

/**
 * What the caller did wrong in sentences; of what we did wrong only where it was. An error's text may quote whatever it
 * met, an answer or a credential, and logs are published: it is printed where somebody asks for it.
 */
export function explain(error: unknown, env: Host['env']): string {
  if (error instanceof ContractError) return error.message
  const told = env[SHOW_ERRORS] === undefined ? withoutText(error) : whole(error)
  return `contract-gate failed in itself; this is no finding about the API.\n${told}`
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
    `${kind}, whose text may hold values from outside and is not shown: ${SHOW_ERRORS}=1 shows it`,
    ...frames.filter((line) => /^ +at /.test(line)),
  ].join('\n')
}
