import type { Partner } from './store.ts'

/** The four invented partners of the sandbox, by role. */
export const LOBBIE_PARTNERS = {
  /** Has access to every fixture. */
  partner: { clientId: 'northwind-scheduling', clientSecret: 'northwind-sandbox-secret', active: true },
  /** Has access to other accounts, but to no fixture. */
  'other-partner': { clientId: 'contoso-clinics', clientSecret: 'contoso-sandbox-secret', active: true },
  /** Had access to every fixture, which was withdrawn. */
  'no-grant': { clientId: 'fabrikam-care', clientSecret: 'fabrikam-sandbox-secret', active: true },
  /** Was revoked. A token that was issued earlier may still exist. */
  revoked: { clientId: 'tailspin-health', clientSecret: 'tailspin-sandbox-secret', active: false },
} as const satisfies Record<string, Partner>
