const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE', 'QUERY'])

/** True for a method that is defined as read-only. RFC 9110 §9.2.1, and for QUERY draft-ietf-httpbis-safe-method-w-body. */
export function isSafeMethod(method: string): boolean {
  return SAFE_METHODS.has(method.toUpperCase())
}
