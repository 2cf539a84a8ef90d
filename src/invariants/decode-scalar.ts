import { numberIn, type Json } from '../json.ts'

/** Converts a text to a number or boolean if `types` contains this type. Otherwise returns the text. */
export function decodeScalar(text: string, types: readonly string[]): Json {
  const isNumber = types.includes('integer') || types.includes('number')
  if (isNumber && /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)) return numberIn(text) ?? text
  if (types.includes('boolean') && (text === 'true' || text === 'false')) return text === 'true'
  return text
}
