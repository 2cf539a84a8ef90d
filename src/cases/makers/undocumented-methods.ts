import { draft, sendOf, type Maker } from '../maker.ts'

const ID = 'method'
const METHODS = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'TRACE', 'OPTIONS']
const BODILESS = ['GET', 'TRACE', 'OPTIONS', 'DELETE']
const HARMLESS = ['TRACE', 'OPTIONS']

/** Sends methods that the document does not define for a path. For a live server, only safe methods are sent. */
export const undocumentedMethods: Maker = {
  id: ID,
  title: 'undocumented methods',
  make(operation, base, context) {
    // A document does not define how a mock responds to other methods.
    if (context.target === 'mock') return []
    // If a path has several operations, only the first one makes these cases.
    if (operation.methodsOnPath[0] !== operation.method) return []
    const candidates = context.target === 'live' ? HARMLESS : METHODS
    const whole = sendOf(base)
    const { body: _body, contentType: _type, ...bare } = whole
    return candidates
      .filter((method) => !operation.methodsOnPath.includes(method))
      .map((method) =>
        draft(ID, operation, base, {
          name: method.toLowerCase(),
          title: `does not answer the undocumented ${method}`,
          method,
          // A method with a body sends the body of the documented method, because the server accepts that body.
          send: BODILESS.includes(method) ? bare : whole,
          expect: { kind: 'unsupported-method' },
          proves: [],
        }),
      )
  },
}
