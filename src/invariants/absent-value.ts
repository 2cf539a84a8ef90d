/** The error that the CEL functions in this folder throw if a value is absent or cannot be used. */
export class AbsentValue extends Error {
  override readonly name = 'AbsentValue'
  readonly code: string

  constructor(code: string) {
    super(code)
    this.code = code
  }
}
