import { pointer } from '../../document/json-pointer.ts'
import { isArray, isObject, type Json } from '../../json.ts'
import type { Operation } from '../../operations/operation.ts'
import { jsonOf, type Evidence } from '../../evidence/evidence.ts'
import type { Rule } from '../rule.ts'

/** What is looked at of each text: whoever shows the inside of a server does so at once. */
const MOST_CHARACTERS = 20_000

/**
 * What an error body should not show, and by what it is known. Conservative: each is the inside of some server. Nothing
 * repeats without a bound that could begin at every character: a long text would be looked at for hours.
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
  title: 'An error body shows nothing of the inside of the server',
  why: 'Stack traces, statements, paths and echoed credentials help only those who attack.',
  level: 'error',
  stages: ['leak'],
  judge(evidence) {
    if (evidence.status < 400 || evidence.response === undefined) return []
    const found = leakIn(evidence)
    if (found === undefined) return []
    return [
      {
        pointer: evidence.response.pointer,
        at: found.at,
        message: `the error body shows ${found.what}`,
        expected: 'a sentence for the caller',
        received: found.what,
        root: `leak ${found.what}`,
      },
    ]
  },
}

function leakIn(evidence: Evidence): { what: string; at: string } | undefined {
  const secrets = secretsOf(evidence)
  const body = jsonOf(evidence)
  const texts = body === undefined ? [{ at: '', text: Buffer.from(evidence.answer.body).toString() }] : textsIn(body)
  for (const { at, text } of texts) {
    if (secrets.some((secret) => text.includes(secret))) return { what: 'the credentials that were sent', at }
    const leak = LEAKS.find(([, pattern]) => pattern.test(text.slice(0, MOST_CHARACTERS)))
    if (leak !== undefined) return { what: leak[0], at }
  }
  return undefined
}

/** Credentials as they were sent, long enough to be no word. */
function secretsOf({ execution, operation }: Evidence): string[] {
  const names = headersOf(operation)
  return (execution.exchange?.request.headers ?? [])
    .filter(([name]) => names.has(name.toLowerCase()))
    .map(([, value]) => value.replace(/^\w+ /, ''))
    .filter((value) => value.length >= 8)
}

/** The headers that carry credentials, in lower case. */
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

function textsIn(value: Json, at = ''): { at: string; text: string }[] {
  if (typeof value === 'string') return [{ at, text: value }]
  if (isArray(value)) return value.flatMap((item, index) => textsIn(item, `${at}/${index}`))
  if (isObject(value)) return Object.entries(value).flatMap(([name, member]) => textsIn(member, at + pointer(name)))
  return []
}
