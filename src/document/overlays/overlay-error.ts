import { ContractError } from '../../errors.ts'
import type { Overlay } from './overlay.ts'

/** Creates an `overlay-invalid` error with the position of the value at the JSON Pointer `at`. */
export function overlayError(
  { file, positionOf }: Pick<Overlay, 'file' | 'positionOf'>,
  at: string,
  what: string,
  next: string,
): ContractError {
  const { line, column } = positionOf(at)
  return new ContractError('overlay-invalid', { what, where: `${file}:${line}:${column}`, next })
}
