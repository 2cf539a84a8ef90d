import type { Address, Document } from '../document/document.ts'
import { isObject } from '../json.ts'
import type { Operation } from '../operations/operation.ts'

/** Returns a JSDoc comment. Returns an empty text if there are no lines. */
export function docComment(lines: readonly string[], indent = ''): string {
  const safe = lines.flatMap((line) => line.replaceAll('*/', '*\\/').split(/\r\n|[\n\r\u2028\u2029]/))
  const [only = '', ...others] = safe
  if (safe.length === 0) return ''
  if (others.length === 0) return `${indent}/** ${only} */\n`
  return `${indent}/**\n${safe.map((line) => `${indent} * ${line}`.trimEnd()).join('\n')}\n${indent} */\n`
}

/**
 * Returns the description of the object at an address. Without a description, returns its title, or else its summary.
 */
export function descriptionAt(document: Document, address: Address): string | undefined {
  const { value } = document.resolve(address)
  const texts = isObject(value) ? [value['description'], value['title'], value['summary']] : []
  const text = texts.find((each): each is string => typeof each === 'string' && each.trim() !== '')
  return text?.trim()
}

/** Returns the lines of a method's JSDoc comment: its request, its descriptions, and its statuses. */
export function methodLines(operation: Operation): string[] {
  const { method, path, summary, deprecated, document, address } = operation
  const description = descriptionAt(document, address)
  const title = summary === '' ? '' : ` ${summary.replace(/\s+/g, ' ').replace(/\.?$/, '.')}`
  return [
    `\`${method} ${path}\`.${title}`,
    ...(description === undefined || description === summary ? [] : ['', description]),
    ...statusLines(operation),
    ...(deprecated ? ['@deprecated'] : []),
  ]
}

/** Returns the documented statuses with their descriptions, one per line. */
export function statusLines({ responses, document }: Operation): string[] {
  if (responses.length === 0) return []
  return [
    '',
    'Answers:',
    ...responses.map(({ status, address }) => {
      const description = descriptionAt(document, address)
      return `- \`${status}\`${description === undefined ? '' : `: ${description.replace(/\s+/g, ' ')}`}`
    }),
  ]
}
