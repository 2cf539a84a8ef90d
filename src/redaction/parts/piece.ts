/** A piece of a request's text. Its kind shows the origin of the text. */
export type Piece =
  /** Own text, which may be published: from the document, or invented by the gate. */
  | { readonly ours: string }
  /**
   * Outside text or a secret. `value` is the text that was sent. Reports print `token` instead, and shell commands use
   * the variable `variable` (without `$`).
   */
  | { readonly token: string; readonly variable: string; readonly value: string }

/** Returns a piece of own text. */
export const ownText = (text: string): Piece => ({ ours: text })

/** Returns the name of a shell variable for a value: for `appointmentId`, `APPOINTMENT_ID`. */
export function variableOf(name: string): string {
  const words = name.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').replaceAll(/[^A-Za-z0-9]+/g, '_')
  return words.replace(/^(?=\d)/, '_').toUpperCase()
}
