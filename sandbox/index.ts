/** The sandbox: both APIs in memory, used through `fetch` or on a port. */
export * from './browser.ts'
export { listen, type Listening, type ListenOptions } from './listen.ts'
