import { isArray, isObject, type Json } from '../json.ts'

/** Escapes a token of a JSON Pointer. RFC 6901 §3. */
export function escapeToken(token: string | number): string {
  if (typeof token === 'number') return String(token)
  return token.includes('~') || token.includes('/') ? token.replaceAll('~', '~0').replaceAll('/', '~1') : token
}

/** Joins tokens to a JSON Pointer, with escapes. RFC 6901 §3. */
export function pointer(...tokens: readonly (string | number)[]): string {
  let path = ''
  for (const token of tokens) path += `/${escapeToken(token)}`
  return path
}

/** Splits a JSON Pointer into unescaped tokens. RFC 6901 §4. */
export function tokens(path: string): string[] {
  if (path === '') return []
  const found = path.slice(1).split('/')
  // Unescapes only the tokens with `~`. Nearly every pointer below a media type has one such token, and most tokens
  // have no `~`.
  return path.includes('~') ? found.map((token) => (token.includes('~') ? unescaped(token) : token)) : found
}

function unescaped(token: string): string {
  return token.replaceAll('~1', '/').replaceAll('~0', '~')
}

/** Returns the value at a JSON Pointer. Returns undefined if there is no value at this pointer. */
export function valueAt(root: Json | undefined, path: string): Json | undefined {
  if (path === '') return root
  // A shortcut: most pointers have one token without escapes.
  if (path.lastIndexOf('/') === 0 && !path.includes('~')) return below(root, path.slice(1))
  let value: Json | undefined = root
  for (const token of tokens(path)) value = below(value, token)
  return value
}

function below(value: Json | undefined, token: string): Json | undefined {
  if (isArray(value)) return /^(0|[1-9]\d*)$/.test(token) ? value[Number(token)] : undefined
  return isObject(value) && Object.hasOwn(value, token) ? value[token] : undefined
}

/** Returns a JSON Pointer without its last token. The parent of the root is the root. */
export function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}
