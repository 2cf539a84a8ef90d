import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { rolldown } from 'rolldown'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { builtBin } from '../support/built.ts'
import { openBrowser, whyNoBrowser, type Browser, type Page } from '../support/open-browser.ts'

const { name, exports } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly name: string
  readonly exports: Record<string, { readonly browser?: string; readonly default: string }>
}

/** Bundles code for a browser. Returns the code, and the modules of Node.js that it imports. */
async function bundled(text: string): Promise<{ readonly code: string; readonly ofNode: readonly string[] }> {
  const ofNode: string[] = []
  const bundle = await rolldown({
    input: 'entry',
    platform: 'browser',
    logLevel: 'silent',
    plugins: [
      {
        name: 'entries-of-this-package',
        resolveId(id, importer) {
          if (id === 'entry') return id
          if (id.startsWith('node:')) ofNode.push(`${id} in ${importer ?? ''}`)
          const entry = id.startsWith(name) ? exports[`.${id.slice(name.length)}`] : undefined
          return entry === undefined ? undefined : resolve(entry.browser ?? entry.default)
        },
        load: (id) => (id === 'entry' ? text : undefined),
      },
    ],
  })
  const { output } = await bundle.generate({ format: 'esm' })
  await bundle.close()
  return { code: output[0].code, ofNode }
}

const PROGRAM = `
import { createLobbieClient, lobbieScenarios } from 'appointment-contracts/lobbie'
import { createLobbieHandlers } from 'appointment-contracts/lobbie/handlers'
import { createSandbox } from 'appointment-contracts/sandbox'
import { setupWorker } from 'msw/browser'

globalThis.run = async () => {
  const sandbox = createSandbox({ now: '2026-01-05T09:00:00Z' })
  await setupWorker(...createLobbieHandlers({ fetch: sandbox.fetch })).start({ quiet: true })
  const lobbie = createLobbieClient({ baseUrl: location.origin, credentials: sandbox.partners.lobbie.partner })
  const { path, given } = sandbox.demo.lobbie
  const stored = await lobbie.updateAppointment(path, { note: 'From a browser' })
  const taken = await lobbie.updateAppointment(path, { startTime: String(given.takenStartTime) })
  return [stored.status, stored.body.note, taken.status].join(' ')
}`

beforeAll(() => builtBin())

test.each(['sandbox', 'lobbie', 'lobbie/handlers', 'lobbie/validators', 'aniva', 'client', 'client/validators'])(
  'the entry point %s imports no module of Node.js in a bundle for browsers',
  async (entry) => {
    expect((await bundled(`export * from '${name}/${entry}'`)).ofNode).toEqual([])
  },
)

describe.skipIf(whyNoBrowser() !== undefined)('in Chromium', () => {
  let server: Server
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    const files: Record<string, readonly [type: string, text: string]> = {
      '/': ['text/html', '<!doctype html><script type="module" src="/program.js"></script>'],
      '/program.js': ['text/javascript', (await bundled(PROGRAM)).code],
      '/mockServiceWorker.js': ['text/javascript', readFileSync('node_modules/msw/lib/mockServiceWorker.js', 'utf8')],
    }
    server = createServer((request, response) => {
      const [type, text] = files[request.url ?? ''] ?? []
      response.writeHead(type === undefined ? 404 : 200, { 'content-type': type ?? 'text/plain' }).end(text)
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    browser = await openBrowser()
    page = await (await browser.newContext({})).newPage()
  })
  afterAll(async () => {
    await browser?.close()
    server?.close()
    server?.closeAllConnections()
  })

  test('MSW answers a client with the responses of the sandbox, which stores updates', async () => {
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    expect(await page.evaluate('globalThis.run()')).toBe('200 From a browser 409')
  })
})
