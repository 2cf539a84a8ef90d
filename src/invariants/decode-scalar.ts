import { numberIn, type Json } from '../json.ts'

/** Converts text to a number or boolean if one of `types` allows it. */
export function decodeScalar(text: string, types: readonly string[]): Json {
  const isNumber = types.includes('integer') || types.includes('number')
  if (isNumber && /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)) return numberIn(text) ?? text
  if (types.includes('boolean') && (text === 'true' || text === 'false')) return text === 'true'
  return text
}
