/** The sandbox: both APIs in memory, used through `fetch` or on a port. */
export { createSandbox, type Sandbox } from './sandbox.ts'
export type { EstablishedFixture } from './fixtures/state.ts'
export type { SandboxOptions } from './settings.ts'
export { listen, type Listening, type ListenOptions } from './listen.ts'
