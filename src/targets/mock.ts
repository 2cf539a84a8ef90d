import type { Document } from '../document/document.ts'
import { openHttpClient, type HttpLimits } from '../exchanges/http-client.ts'
import { given, sendsNothing, type NamedTarget } from './named-target.ts'
import { inventedByPrism } from './prism/invented-response.ts'
import { mergedFile } from './prism/merged-file.ts'
import { preferExample } from './prism/prefer-example.ts'
import { startPrism, type PrismOptions } from './prism/start-prism.ts'
import { hiddenByQuirk } from './prism/quirks.ts'
import type { Target } from './target.ts'

/**
 * Creates the target `mock`: Prism, which answers with examples of the document. Uses the running Prism at `url`. If
 * `url` is undefined, starts Prism on a free port.
 */
export function mock(options: { readonly url?: string } = {}): NamedTarget {
  const { url } = options
  return {
    kind: 'mock',
    plan: () => ({ ...mockAt(url ?? 'http://127.0.0.1'), send: sendsNothing }),
    open: async ({ document, signal, limits }) =>
      url === undefined ? openDocumentMock(document, given(signal, limits)) : reachMock(url, signal, limits),
  }
}

export interface MockOptions extends PrismOptions {
  readonly limits?: Partial<HttpLimits>
}

/** A running mock. */
export interface Mock {
  readonly target: Target
  readonly url: string
  /** The id of the process. Absent if the mock was already running. */
  readonly pid?: number
  close(): Promise<void>
}

/** Starts a Prism mock of a document on a free port. Throws `package-missing`, `port-in-use` and `mock-failed`. */
export async function openMock(options: MockOptions): Promise<Mock> {
  const prism = await startPrism(options)
  const mock = reachMock(`http://127.0.0.1:${prism.port}`, options.signal, options.limits)
  const target: Target = {
    ...mock.target,
    failure: () => prism.failure(),
    send: async (request) => {
      const before = prism.failure()
      if (before !== undefined) return { kind: 'refused', message: before }
      const answer = await mock.target.send(request)
      const after = prism.failure()
      return 'kind' in answer && after !== undefined ? { kind: 'refused', message: after } : answer
    },
  }
  const close = async (): Promise<void> => {
    await prism.close()
    await mock.close()
  }
  return { ...mock, target, close, pid: prism.pid }
}

/** Starts a Prism mock of a document with its overlays. Throws the same errors as `openMock`. */
export async function openDocumentMock(document: Document, options: Omit<MockOptions, 'documentFile'>): Promise<Mock> {
  // Reports a broken reference here, because the error of Prism does not say where the reference is.
  const [broken] = document.broken.values()
  if (broken !== undefined) throw broken
  const { file, remove } = mergedFile(document)
  try {
    const mock = await openMock({ ...options, documentFile: file })
    return { ...mock, close: () => mock.close().finally(remove) }
  } catch (error) {
    remove()
    throw error
  }
}

/** Returns a mock target for a running Prism at `url`. */
export function reachMock(url: string, signal?: AbortSignal, limits?: Partial<HttpLimits>): Mock {
  const client = openHttpClient(url, limits)
  const target: Target = { ...mockAt(url), send: (request) => client.send(request, signal) }
  return { target, url, close: () => client.close() }
}

/** Returns the facts about a mock target that are known before it runs. */
export function mockAt(baseUrl: string): Omit<Target, 'send'> {
  return {
    name: 'mock',
    baseUrl,
    shows: { state: false, auth: 'presence' },
    roles: ['partner', 'anonymous'],
    credentials: { partner: { type: 'placeholder' } },
    prepare: preferExample,
    invented: inventedByPrism,
    hides: hiddenByQuirk,
  }
}
