import { Refusal } from '../common/refusal.ts'
import type { LobbieSettings } from './switches.ts'

/**
 * Reads an integer from the path. An integer that JavaScript cannot represent exactly becomes 0. No object has the id
 * 0.
 */
export function readPathId(text: string | undefined, settings: LobbieSettings): number {
  const largest = settings['largest-id'] === 'int64' ? 2n ** 63n - 1n : 2n ** 31n - 1n
  const value = /^-?\d{1,19}$/.test(text ?? '') ? BigInt(text ?? '') : undefined
  if (value === undefined || value > largest || value < -largest - 1n)
    throw new Refusal(Number(settings['bad-path-id']), 'a path parameter is not a valid integer')
  if (value < 1n && settings['id-below-one'] === '400') throw new Refusal(400, 'a path parameter is below 1')
  const id = Number(value)
  return Number.isSafeInteger(id) ? id : 0
}
