import { visible } from '../../visible.ts'

/** A piece of HTML that is safe as it stands. Only `markup` makes one. */
export interface Markup {
  readonly html: string
}

type Value = string | number | Markup | readonly Markup[]

/** HTML from a template: whatever is put in is escaped, unless it is markup itself. */
export function markup(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return { html: strings.reduce((whole, piece, index) => whole + toHtml(values[index - 1] ?? '') + piece) }
}

/** Text of our own that goes into the page untouched: style and script. Never anything from a report. */
export function trusted(html: string): Markup {
  return { html }
}

/** Data as the content of a script element: no `<`, so that nothing in it can end the element or open a comment. */
export function embedJson(value: unknown): Markup {
  return { html: JSON.stringify(value).replaceAll('<', '\\u003c') }
}

function toHtml(value: Value): string {
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return escapeHtml(value)
  if ('html' in value) return value.html
  return value.map(({ html }) => html).join('')
}

function escapeHtml(text: string): string {
  return visible(text, '\n\t')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replaceAll('`', '&#96;')
}
