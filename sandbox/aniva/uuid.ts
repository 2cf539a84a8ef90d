const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** True for 8-4-4-4-12 hexadecimal digits in any case, of any version. */
export function isUuidText(text: string): boolean {
  return UUID.test(text)
}
