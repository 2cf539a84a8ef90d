/**
 * Thrown by the CEL functions in this folder if a value that they need is absent or unusable. `compileRule` recognizes
 * the error by its code.
 */
export class AbsentValue extends Error {
  override readonly name = 'AbsentValue'
  readonly code: string

  constructor(code: string) {
    super(code)
    this.code = code
  }
}
