import { createHash } from 'node:crypto'
import { markup, trusted, type Markup } from './markup.ts'

/** The parts of a page. */
export interface Frame {
  readonly title: string
  /** The text of the only style sheet. */
  readonly style: string
  /** The texts of the scripts that the page contains and may run. The last one is the script of the page itself. */
  readonly scripts?: readonly string[]
  /** More directives of the Content-Security-Policy. They replace directives of the same name. CSP Level 3. */
  readonly policy?: Readonly<Record<string, string>>
  /** More elements for the `head` of the page. */
  readonly head?: Markup
  readonly body: Markup
}

/**
 * Prints a page that loads nothing from the network. Its Content-Security-Policy allows only its own style and scripts, by
 * hash.
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
