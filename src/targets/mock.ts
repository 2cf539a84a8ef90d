import { mockAt, reachMock } from '../exchanges/targets/mock.ts'
import { openDocumentMock } from './document-mock.ts'
import { given, sendsNothing, type NamedTarget } from './named-target.ts'

/** A Prism mock of the document: started on a free port, or the one that already runs at `url`. */
export function mock(options: { readonly url?: string } = {}): NamedTarget {
  const { url } = options
  return {
    kind: 'mock',
    plan: () => ({ ...mockAt(url ?? 'http://127.0.0.1'), send: sendsNothing }),
    open: async ({ document, signal, limits }) =>
      url === undefined ? openDocumentMock(document, given(signal, limits)) : reachMock(url, signal, limits),
  }
}
