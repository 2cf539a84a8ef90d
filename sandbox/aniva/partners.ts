import type { ApiKey } from './store.ts'

/** The invented keys of the sandbox, by their role. */
export const ANIVA_PARTNERS = {
  /** Sees every fixture. */
  partner: { value: 'northwind-sandbox-key', group: 'northwind', active: true, mayUpdate: true },
  /** Sees nothing of any fixture. */
  'other-partner': { value: 'contoso-sandbox-key', group: 'contoso', active: true, mayUpdate: true },
  /** Sees every fixture, and may update nothing. */
  'no-scope': { value: 'northwind-sandbox-reading-key', group: 'northwind', active: true, mayUpdate: false },
  /** Was revoked. */
  revoked: { value: 'northwind-sandbox-old-key', group: 'northwind', active: false, mayUpdate: true },
} as const satisfies Record<string, ApiKey>
