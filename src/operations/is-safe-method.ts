const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE', 'QUERY'])

/** True for a method that only reads. RFC 9110 §9.2.1. For QUERY: draft-ietf-httpbis-safe-method-w-body. */
export function isSafeMethod(method: string): boolean {
  return SAFE_METHODS.has(method.toUpperCase())
}
