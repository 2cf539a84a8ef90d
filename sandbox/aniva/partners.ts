import type { ApiKey } from './store.ts'

/** The invented keys of the sandbox, by what they are to the islands that the control makes. */
export const ANIVA_PARTNERS = {
  /** Sees every island. */
  partner: { value: 'northwind-sandbox-key', group: 'northwind', mayUpdate: true },
  /** Sees nothing of any island. */
  stranger: { value: 'contoso-sandbox-key', group: 'contoso', mayUpdate: true },
  /** Sees every island, and may update nothing. */
  unscoped: { value: 'northwind-sandbox-reading-key', group: 'northwind', mayUpdate: false },
} as const satisfies Record<string, ApiKey>
