import type { Partner } from './store.ts'

/** The four invented partners of the sandbox, by their role. */
export const LOBBIE_PARTNERS = {
  /** Has a grant to every fixture. */
  partner: { clientId: 'northwind-scheduling', clientSecret: 'northwind-sandbox-secret', active: true },
  /** Has other accounts, and access to no fixture. */
  'other-partner': { clientId: 'contoso-clinics', clientSecret: 'contoso-sandbox-secret', active: true },
  /** Had a grant to every fixture, which was withdrawn. */
  'no-grant': { clientId: 'fabrikam-care', clientSecret: 'fabrikam-sandbox-secret', active: true },
  /** Was revoked; a token from before may still exist. */
  revoked: { clientId: 'tailspin-health', clientSecret: 'tailspin-sandbox-secret', active: false },
} as const satisfies Record<string, Partner>
