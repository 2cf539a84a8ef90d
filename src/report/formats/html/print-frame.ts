import { createHash } from 'node:crypto'
import { markup, trusted, type Markup } from './markup.ts'

/** The parts of an HTML page. */
export interface Frame {
  readonly title: string
  /** The text of the style sheet. */
  readonly style: string
  /** The texts of the scripts. The last one is the main script of the page. */
  readonly scripts?: readonly string[]
  /**
   * Further directives of the Content-Security-Policy (CSP Level 3). They replace default directives of the same name.
   */
  readonly policy?: Readonly<Record<string, string>>
  /** Further elements for the `head` of the page. */
  readonly head?: Markup
  readonly body: Markup
}

/**
 * Prints an HTML page that loads nothing from the network. By default, its Content-Security-Policy allows only the
 * given style and scripts, by their hashes. `policy` can allow more.
 */
export function printFrame({ title, style, scripts = [], policy = {}, head, body }: Frame): string {
  const directives: Readonly<Record<string, string>> = {
    'default-src': "'none'",
    ...(scripts.length === 0 ? {} : { 'script-src': scripts.map(hashOf).join(' ') }),
    'style-src': hashOf(style),
    'base-uri': "'none'",
    'form-action': "'none'",
    ...policy,
  }
  const content = Object.entries(directives).map(([name, value]) => `${name} ${value}`)
  const script = scripts.at(-1)
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(content.join('; '))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
${head ?? ''}
<title>${title}</title>
<style>${trusted(style)}</style>
</head>
<body>
${body}
${script === undefined ? '' : markup`<script>${trusted(script)}</script>`}
</body>
</html>
`.html
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}
