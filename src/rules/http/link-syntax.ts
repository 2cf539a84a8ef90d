import type { Rule } from '../rule.ts'
import { malformedHeader } from '../header-fault.ts'

export const linkSyntax: Rule = {
  id: 'link_syntax',
  title: 'The Link header is a list of targets in angle brackets, each with a relation',
  why: 'A client finds the next page by the relation in the Link header. It cannot parse a malformed header (RFC 8288 §3).',
  fix: 'put each target into angle brackets and name its relation: </orders?page=2>; rel="next"',
  examples: {
    passes: 'PATCH /orders/7 → 200 with `Link: </orders/8>; rel="next"`',
    fails: 'PATCH /orders/7 → 200 with `Link: /orders/8; rel=next`',
  },
  level: 'warning',
  weight: 'wrong',
  stages: ['http'],
  judge: (evidence) => malformedHeader(evidence, 'Link', isLinkList, 'a list such as </orders/8>; rel="next"'),
}

const TARGET = /\s*<[^<>"\s]*>/y
const PARAMETER = /\s*;\s*([!#$%&'*+.^_`|~\w-]+)\s*(?:=\s*(?:"(?:[^"\\]|\\.)*"|[^\s;,"]*))?/y
const END = /\s*(,|$)/y

/** Parses a list of links one by one. A regular expression for the whole list could take very long. */
function isLinkList(text: string): boolean {
  let at = 0
  const next = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match !== null) at = pattern.lastIndex
    return match
  }
  do {
    if (next(TARGET) === null) return false
    let relations = 0
    for (let found = next(PARAMETER); found !== null; found = next(PARAMETER)) {
      if (found[1]?.toLowerCase() === 'rel') relations += 1
    }
    if (relations === 0 || next(END) === null) return false
  } while (at < text.length)
  return true
}
