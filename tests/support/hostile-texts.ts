import type { Report } from '../../src/report/report.ts'

/**
 * Texts that a report format must escape. Without escaping, a program could read them as markup, a command or an escape
 * sequence.
 */
export const HOSTILE: readonly string[] = [
  '</script><script>window.pwned=1</script>',
  '<!--<script>window.pwned=1//',
  '<img src=x onerror=window.pwned=1>',
  '"><svg onload=window.pwned=1>',
  `' onmouseover='window.pwned=1`,
  '`${window.pwned=1}`',
  'javascript:window.pwned=1',
  '</style><style>*{display:none}</style>',
  '&lt;b&gt; &amp; &#60;',
  '\u2028\u2029\u202e\u0000\u001b[31m',
  '__proto__',
  '\\u003cscript\\u003e',
]

const CLOSED = new Set(['target', 'verdict', 'state', 'level', 'kind', 'source', 'startedAt', 'status'])

/**
 * Returns the report with a hostile text appended to every text, except for properties with a fixed list of values,
 * such as `verdict`. Equal texts stay equal.
 */
export function makeHostile(report: Report): Report {
  return JSON.parse(JSON.stringify(report), (name, value: unknown) => {
    const isStatusClause = name === 'pointer' && /^\/responses\/\d+$/.test(String(value))
    if (typeof value !== 'string' || CLOSED.has(name) || isStatusClause) return value
    return `${value}${HOSTILE[value.length % HOSTILE.length] ?? ''}`
  })
}
