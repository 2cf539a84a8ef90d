import { stringifyJson } from '../../../json.ts'
import { visible } from '../../visible.ts'

/** HTML that is safe to insert into a page. Only the functions of this file create values of this type. */
export interface Markup {
  readonly html: string
}

type Value = string | number | Markup | readonly Markup[]

/** Makes HTML from a template string. Escapes every value that is not yet `Markup`. */
export function markup(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return { html: strings.reduce((whole, piece, index) => whole + toHtml(values[index - 1] ?? '') + piece) }
}

/**
 * Marks HTML as safe without escaping it. Use this function only for the style and script of the page, never for text
 * of a report.
 */
export function trusted(html: string): Markup {
  return { html }
}

/**
 * Prints data as JSON for a script element. Replaces every `<`, because a text such as `</script>` in the data would
 * end the element.
 */
export function embedJson(value: unknown): Markup {
  return { html: stringifyJson(value).replaceAll('<', '\\u003c') }
}

/** Makes HTML from a text. Prints text between backticks as code. */
export function withCode(text: string): Markup {
  const parts = text.split('`')
  if (parts.length % 2 === 0) return markup`${text}`
  return markup`${parts.map((part, index) => (index % 2 === 0 ? markup`${part}` : markup`<code>${part}</code>`))}`
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
