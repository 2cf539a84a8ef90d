// Declares the names that the code examples of the README use but do not declare: variables of the reader's program,
// and imports of an earlier example.
import type { createSandbox as sandboxMaker } from 'appointment-contracts/sandbox'
import type { setupServer as serverMaker } from 'msw/node'
import type { expect as vitestExpect } from 'vitest'

declare global {
  const baseUrl: string
  const clientId: string
  const clientSecret: string
  const credentials: { readonly clientId: string; readonly clientSecret: string }
  const accountId: number
  const locationId: number
  const appointmentId: number
  const startTime: string
  const request: Request
  const response: Response
  const createSandbox: typeof sandboxMaker
  const setupServer: typeof serverMaker
  const expect: typeof vitestExpect
}
