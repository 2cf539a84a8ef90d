/** Returns the selector of a key or an index, such as `['a key']` or `[0]`, as in a normalized path of RFC 9535 §2.7. */
export function selectorOf(key: string | number): string {
  return typeof key === 'number' ? `[${key}]` : `['${key.replaceAll(/['\\]/g, String.raw`\$&`)}']`
}
