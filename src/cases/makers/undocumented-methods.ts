import { draft, sendOf, type Maker } from '../maker.ts'

const ID = 'method'
const METHODS = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'TRACE', 'OPTIONS']
const BODILESS = ['GET', 'TRACE', 'OPTIONS', 'DELETE']
const HARMLESS = ['TRACE', 'OPTIONS']

/** The path with a method that the document does not have. To a target that is not ours only what changes nothing. */
export const undocumentedMethods: Maker = {
  id: ID,
  title: 'methods that the document does not have',
  make(operation, base, context) {
    // What a mock says of other methods is its own and not the document's.
    if (context.target === 'mock') return []
    // Of several operations on one path the first asks for all.
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
          // A method that takes a body is given the one that the document's own method would accept.
          send: BODILESS.includes(method) ? bare : whole,
          expect: { kind: 'unsupported-method' },
          proves: [],
        }),
      )
  },
}
