import { childOf } from '../../document/document.ts'
import { pointer } from '../../document/json-pointer.ts'
import { isArray, isObject, type Json } from '../../json.ts'
import type { Operation } from '../../operations/operation.ts'
import { jsonOf, type Evidence } from '../../evidence/evidence.ts'
import type { RuleFault, Rule } from '../rule.ts'

/** Only the beginning of a text is searched: leaks are usually near the beginning, and searching long texts is slow. */
const MOST_CHARACTERS = 20_000

/**
 * Patterns of server internals, narrow enough not to match prose. Every repetition is bounded, because an unbounded one
 * that can start at each character takes quadratic time.
 */
const LEAKS: readonly (readonly [what: string, pattern: RegExp])[] = [
  [
    'a stack trace',
    /\bat [\w$.<>[\] ]{1,100} ?\((?:[^()\s]+:\d+(?::\d+)?|native|<anonymous>)\)|\bat (?:file:\/\/)?\/[^\s:]+:\d+:\d+|Traceback \(most recent call last\)|^[ \t]{1,20}File "[^"\n]{1,400}", line \d+|\bat (?:[a-z_]\w{0,80}\.){2,20}[\w$]{1,80}\([\w$]{1,80}\.java:\d+\)|\.go:\d+ \+0x[0-9a-f]+/im,
  ],
  [
    'an SQL statement',
    /\bSELECT\s[^.!?]{1,200}?\sFROM\s+["'`\w]|\bselect\s+(?:\*|["`]\w+["`]|\w+\.\w+)[^.!?]{0,200}?\sfrom\s|\bINSERT\s+INTO\s+["'`\w.]+\s*(?:\(|VALUES)|\bUPDATE\s+["'`\w.]+\s+SET\s|\bDELETE\s+FROM\s+["'`\w]|\bSQLSTATE\b|\bORA-\d{5}\b|\bPG::\w+|syntax error at or near/,
  ],
  [
    'a file path',
    /(?:^|[\s"'(=:])(?:\/(?:usr|home|var|opt|srv|app|etc|root|tmp|Users)\/[\w.@-]+(?:\/[\w.@-]+)*|[A-Za-z]:\\[\w .-]+\\[\w .\\-]+)|\bnode_modules\//,
  ],
]

export const errorBodyLeak: Rule = {
  id: 'error_body_leak',
  title: 'An error response does not reveal server internals',
  why: 'Stack traces, SQL, file paths and repeated credentials help attackers and are of no use to clients.',
  fix: 'return the documented error body, and write the details to the server log',
  examples: {
    passes: 'PATCH /orders/7 {} → 400 {"error": "due must carry a time zone"}',
    fails: 'PATCH /orders/7 {} → 400 {"error": "TypeError … at update (/srv/app/orders.js:10:5)"}',
  },
  level: 'error',
  stages: ['leak'],
  judge(evidence) {
    if (evidence.status < 400) return []
    const found = leakIn(evidence)
    if (found === undefined) return []
    return [
      {
        ...placeOf(evidence),
        at: found.at,
        message: `the error response reveals ${found.what}`,
        expected: 'an error message without server internals',
        received: found.what,
        cause: `leak ${found.what}`,
      },
    ]
  },
}

/** Returns the documented response, or the list of responses if the status is undocumented. */
function placeOf({ response, operation }: Evidence): Pick<RuleFault, 'pointer' | 'address'> {
  if (response !== undefined) return { pointer: response.pointer }
  return { pointer: '/responses', address: childOf(operation.address, 'responses') }
}

function leakIn(evidence: Evidence): { what: string; at: string } | undefined {
  const secrets = secretsOf(evidence)
  const body = jsonOf(evidence)
  const inBody = body === undefined ? [{ at: '', text: Buffer.from(evidence.answer.body).toString() }] : textsIn(body)
  const inHeaders = evidence.answer.headers.map(([name, text]) => ({ at: name, text }))
  const texts = [...inBody, ...inHeaders.filter(({ at }) => !OF_PATHS.has(at.toLowerCase()))]
  for (const { at, text } of texts) {
    if (secrets.some((secret) => text.includes(secret))) return { what: 'the credentials that were sent', at }
    const leak = LEAKS.find(([, pattern]) => pattern.test(text.slice(0, MOST_CHARACTERS)))
    if (leak !== undefined) return { what: leak[0], at }
  }
  return undefined
}

/** Returns the credentials that were sent, except those under 8 characters, which might be ordinary words. */
function secretsOf({ execution, operation }: Evidence): string[] {
  const names = headersOf(operation)
  return (execution.exchange?.request.headers ?? [])
    .filter(([name]) => names.has(name.toLowerCase()))
    .map(([, value]) => value.replace(/^\w+ /, ''))
    .filter((value) => value.length >= 8)
}

/** Returns the names, in lower case, of the headers that carry credentials. */
function headersOf(operation: Operation): ReadonlySet<string> {
  const known = headers.get(operation)
  if (known !== undefined) return known
  const schemes = operation.security.flatMap((requirement) => requirement.schemes)
  const names = new Set(
    schemes.map(({ in: place, parameter = '' }) => (place === 'header' ? parameter.toLowerCase() : 'authorization')),
  )
  headers.set(operation, names)
  return names
}

const headers = new WeakMap<Operation, ReadonlySet<string>>()

/** Headers whose values are defined to be paths or cookies. */
const OF_PATHS: ReadonlySet<string> = new Set([
  'location',
  'content-location',
  'link',
  'set-cookie',
  'content-security-policy',
])

function textsIn(value: Json, at = ''): { at: string; text: string }[] {
  if (typeof value === 'string') return [{ at, text: value }]
  if (isArray(value)) return value.flatMap((item, index) => textsIn(item, `${at}/${index}`))
  if (isObject(value)) return Object.entries(value).flatMap(([name, property]) => textsIn(property, at + pointer(name)))
  return []
}
