const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** True for 8-4-4-4-12 hexadecimal digits in upper or lower case. Every UUID version is accepted. */
export function isUuidText(text: string): boolean {
  return UUID.test(text)
}
