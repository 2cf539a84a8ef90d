/** Thrown by CEL functions of this folder if a value is absent or cannot be used. */
export class AbsentValue extends Error {
  override readonly name = 'AbsentValue'
  readonly code: string

  constructor(code: string) {
    super(code)
    this.code = code
  }
}
