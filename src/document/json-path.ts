/** Returns a JSONPath selector such as `['a key']` or `[0]`. RFC 9535 §2.7. */
export function selectorOf(key: string | number): string {
  return typeof key === 'number' ? `[${key}]` : `['${key.replaceAll(/['\\]/g, String.raw`\$&`)}']`
}
