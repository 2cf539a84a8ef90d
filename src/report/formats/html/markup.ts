import { visible } from '../../visible.ts'

/** Safe HTML. Only the functions of this file make it. */
export interface Markup {
  readonly html: string
}

type Value = string | number | Markup | readonly Markup[]

/** HTML from a template. Values are escaped, unless they are markup. */
export function markup(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return { html: strings.reduce((whole, piece, index) => whole + toHtml(values[index - 1] ?? '') + piece) }
}

/** HTML that is not escaped: style and script of the page. Never use it for text of a report. */
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
