/** Thrown by the CEL functions of this folder if a value is absent or unusable. `compileRule` reads the code. */
export class AbsentValue extends Error {
  override readonly name = 'AbsentValue'
  readonly code: string

  constructor(code: string) {
    super(code)
    this.code = code
  }
}
