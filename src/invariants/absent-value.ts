/** What our CEL functions throw; the code is read where rules are asked. */
export class AbsentValue extends Error {
  override readonly name = 'AbsentValue'
  readonly code: string

  constructor(code: string) {
    super(code)
    this.code = code
  }
}
