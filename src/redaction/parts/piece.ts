/** A piece of text in a request. Its kind says whether it may be published. */
export type Piece =
  /** A text that may be published: it comes from the document, or the gate made it up. */
  | { readonly ours: string }
  /**
   * A text that must not be published. Reports print `token` instead. Shell commands contain the variable `variable`
   * instead.
   */
  | { readonly token: string; readonly variable: string; readonly value: string }

/** Returns a piece of text that may be published. */
export const ownText = (text: string): Piece => ({ ours: text })

/** Returns the name of a shell variable for a name. Example: `APPOINTMENT_ID` for `appointmentId`. */
export function variableOf(name: string): string {
  const words = name.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').replaceAll(/[^A-Za-z0-9]+/g, '_')
  return words.replace(/^(?=\d)/, '_').toUpperCase()
}
