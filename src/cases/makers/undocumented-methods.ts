import { draft, sendOf, type Maker } from '../maker.ts'

const ID = 'method'
const METHODS = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'TRACE', 'OPTIONS']
const BODILESS = ['GET', 'TRACE', 'OPTIONS', 'DELETE']
const HARMLESS = ['TRACE', 'OPTIONS']

/**
 * Makes cases with HTTP methods that the document does not define for a path. To a live server, only `TRACE` and
 * `OPTIONS` are sent.
 */
export const undocumentedMethods: Maker = {
  id: ID,
  make(operation, base, context) {
    // The document does not say how a mock answers undocumented methods, so no case is made for a mock.
    if (context.target === 'mock') return []
    // All operations of a path would give the same cases. Only the first operation gets them.
    if (operation.methodsOnPath[0] !== operation.method) return []
    const candidates = context.target === 'live' ? HARMLESS : METHODS
    const whole = sendOf(base)
    const { body: _body, contentType: _type, ...bare } = whole
    return candidates
      .filter((method) => !operation.methodsOnPath.includes(method))
      .map((method) =>
        draft(ID, operation, base, {
          name: method.toLowerCase(),
          title: `does not accept the undocumented ${method}`,
          method,
          // For a method that has a body, the valid body of the documented method is sent.
          send: BODILESS.includes(method) ? bare : whole,
          expect: { kind: 'unsupported-method' },
          proves: [],
        }),
      )
  },
}
