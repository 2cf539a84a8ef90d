import { ContractError } from '../../errors.ts'
import type { Overlay } from './overlay.ts'

/**
 * Creates the error `overlay-invalid`. Its message contains the position in the overlay of the value at the JSON
 * Pointer `at`.
 */
export function overlayError(
  { file, positionOf }: Pick<Overlay, 'file' | 'positionOf'>,
  at: string,
  what: string,
  next: string,
): ContractError {
  const { line, column } = positionOf(at)
  return new ContractError('overlay-invalid', { what, where: `${file}:${line}:${column}`, next })
}
