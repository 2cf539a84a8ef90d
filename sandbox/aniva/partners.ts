import type { ApiKey } from './store.ts'

/** The invented API keys of the sandbox, by role. */
export const ANIVA_PARTNERS = {
  /** The key gives access to the appointments of every fixture. */
  partner: { value: 'northwind-sandbox-key', group: 'northwind', active: true, mayUpdate: true },
  /** The key gives access to no appointment of any fixture. */
  'other-partner': { value: 'contoso-sandbox-key', group: 'contoso', active: true, mayUpdate: true },
  /** The key allows reading the appointments of every fixture, but not updating them. */
  'no-scope': { value: 'northwind-sandbox-reading-key', group: 'northwind', active: true, mayUpdate: false },
  /** The key was revoked, so the server refuses it. */
  revoked: { value: 'northwind-sandbox-old-key', group: 'northwind', active: false, mayUpdate: true },
} as const satisfies Record<string, ApiKey>
