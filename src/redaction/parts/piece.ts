/** A piece of a request's text, by its origin. */
export type Piece =
  /** Own text: from the document or invented by the gate. */
  | { readonly ours: string }
  /** Outside text or a secret. `value` was sent; readers see `token`, shell commands have `variable` (without `$`). */
  | { readonly token: string; readonly variable: string; readonly value: string }

/** Returns a piece of own text. */
export const ownText = (text: string): Piece => ({ ours: text })

/** Returns the name of a shell variable: `appointmentId` becomes `APPOINTMENT_ID`. */
export function variableOf(name: string): string {
  const words = name.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').replaceAll(/[^A-Za-z0-9]+/g, '_')
  return words.replace(/^(?=\d)/, '_').toUpperCase()
}
