/** A piece of text in a request, by its origin. */
export type Piece =
  /** Text that may be published: from the document, or made up by the gate. */
  | { readonly ours: string }
  /**
   * Text that must not be published. Reports print `token` in its place, and shell commands the variable `variable`.
   */
  | { readonly token: string; readonly variable: string; readonly value: string }

/** Returns a piece of text that may be published. */
export const ownText = (text: string): Piece => ({ ours: text })

/** Returns the name of a shell variable: `APPOINTMENT_ID` for `appointmentId`. */
export function variableOf(name: string): string {
  const words = name.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').replaceAll(/[^A-Za-z0-9]+/g, '_')
  return words.replace(/^(?=\d)/, '_').toUpperCase()
}
