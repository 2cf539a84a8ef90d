import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'

/**
 * The part of playwright-core's `Page` that the tests use. Code for the page is passed as text, because this project
 * has no types for browsers.
 */
export interface Page {
  goto(url: string): Promise<unknown>
  evaluate(expression: string): Promise<unknown>
  fill(selector: string, value: string): Promise<void>
  selectOption(selector: string, value: string): Promise<unknown>
  click(selector: string): Promise<void>
  textContent(selector: string): Promise<string | null>
  isVisible(selector: string): Promise<boolean>
  /** The frames of the page. The first frame is the page itself. */
  frames(): readonly Pick<Page, 'evaluate' | 'textContent'>[]
  readonly keyboard: { press(key: string): Promise<void>; type(text: string): Promise<void> }
  on(event: 'console', listener: (message: { type(): string; text(): string }) => void): void
  on(event: 'pageerror', listener: (error: Error) => void): void
  on(event: 'request', listener: (request: { url(): string }) => void): void
}

export interface Context {
  newPage(): Promise<Page>
  grantPermissions(permissions: string[]): Promise<void>
  close(): Promise<void>
}

export interface Browser {
  newContext(options: {
    readonly viewport?: { readonly width: number; readonly height: number }
    readonly colorScheme?: 'light' | 'dark'
    readonly bypassCSP?: boolean
    readonly javaScriptEnabled?: boolean
  }): Promise<Context>
  close(): Promise<void>
}

interface Playwright {
  readonly chromium: {
    launch(options: { readonly executablePath: string; readonly args: readonly string[] }): Promise<Browser>
  }
}

/** The places of Chromium. The first one has no user interface, and needs a third of the CPU time. */
const PLACES = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium']
const CHROMIUM =
  process.env['CHROMIUM'] ?? PLACES.find((place) => existsSync(place)) ?? '/usr/bin/chromium-headless-shell'

// Without these options, Chromium would contact hosts of its vendor at every start.
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Returns the reason why no browser can be opened on this machine. Undefined if a browser can be opened. */
export function whyNoBrowser(): string | undefined {
  if (!existsSync(CHROMIUM)) return `${CHROMIUM} is absent: apt-get install chromium-headless-shell, or set CHROMIUM`
  const absent = ['playwright-core', 'axe-core'].find((name) => resolve(name) === undefined)
  return absent === undefined ? undefined : `${absent} is absent: npm install`
}

/** Opens a headless Chromium. */
export async function openBrowser(): Promise<Browser> {
  const name = 'playwright-core'
  const playwright = (await import(name)) as Playwright
  return playwright.chromium.launch({ executablePath: CHROMIUM, args: QUIET })
}

/** Returns the path of the axe-core script, which checks the accessibility of a page. */
export function axeScript(): string {
  return resolve('axe-core/axe.min.js') ?? ''
}

function resolve(name: string): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(name)
  } catch {
    return undefined
  }
}
