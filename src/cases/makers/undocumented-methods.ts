import { draft, sendOf, type Maker } from '../maker.ts'

const ID = 'method'
const METHODS = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'TRACE', 'OPTIONS']
const BODILESS = ['GET', 'TRACE', 'OPTIONS', 'DELETE']
const HARMLESS = ['TRACE', 'OPTIONS']

/** The path with an undocumented method. Live servers get safe methods only. */
export const undocumentedMethods: Maker = {
  id: ID,
  title: 'undocumented methods',
  make(operation, base, context) {
    // A mock's response to other methods is not defined by the document.
    if (context.target === 'mock') return []
    // The first of several operations on one path sends them for all.
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
          // A method with a body sends the one that the documented method accepts.
          send: BODILESS.includes(method) ? bare : whole,
          expect: { kind: 'unsupported-method' },
          proves: [],
        }),
      )
  },
}
