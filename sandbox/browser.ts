/** The sandbox without `listen`, which needs Node.js. Bundlers take this file for the browser. */
export { createSandbox, type Sandbox } from './sandbox.ts'
export type { EstablishedFixture } from './fixtures/state.ts'
export type { SandboxOptions } from './settings.ts'
