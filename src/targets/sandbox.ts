import { listen } from '../../sandbox/listen.ts'
import { createSandbox } from '../../sandbox/sandbox.ts'
import { openSandbox, sandboxAt } from '../exchanges/targets/sandbox.ts'
import { given, sendsNothing, type NamedTarget } from './named-target.ts'

/** Our stateful sandbox over HTTP: started on a free port, or the one that already runs at `url`. */
export function sandbox(options: { readonly url?: string; readonly fault?: string } = {}): NamedTarget {
  const { url, fault } = options
  return {
    kind: 'sandbox',
    plan: ({ api, now, seed }) => {
      const inside = createSandbox({ now, seed })
      return {
        ...sandboxAt({ api, baseUrl: url ?? 'http://127.0.0.1', call: (request) => inside.fetch(request) }),
        send: sendsNothing,
      }
    },
    open: async ({ api, now, seed, signal, limits }) => {
      const more = given(signal, limits)
      if (url !== undefined) return openSandbox({ api, baseUrl: url, now, ...more })
      const listening = await listen(createSandbox({ now, seed, ...(fault === undefined ? {} : { fault }) }))
      try {
        const opened = await openSandbox({ api, baseUrl: listening.url, ...more })
        return {
          target: opened.target,
          close: async () => {
            await opened.close()
            await listening.close()
          },
        }
      } catch (error) {
        await listening.close()
        throw error
      }
    },
  }
}
