/** A piece of a request, by origin. */
export type Piece =
  /** Own text. */
  | { readonly ours: string }
  /**
   * Outside text or a secret. `token` is printed for a reader, `variable` for a shell (upper case, without `$`), and
   * `value` is what was sent.
   */
  | { readonly token: string; readonly variable: string; readonly value: string }

/** A piece of own text. */
export const ownText = (text: string): Piece => ({ ours: text })

/** `appointmentId` → `APPOINTMENT_ID`. */
export function variableOf(name: string): string {
  const words = name.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').replaceAll(/[^A-Za-z0-9]+/g, '_')
  return words.replace(/^(?=\d)/, '_').toUpperCase()
}
