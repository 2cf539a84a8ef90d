import type { Partner } from './store.ts'

/** The four invented partners of the sandbox, by role. */
export const LOBBIE_PARTNERS = {
  /** The partner has access to every fixture. */
  partner: { clientId: 'northwind-scheduling', clientSecret: 'northwind-sandbox-secret', active: true },
  /** The partner has access to other accounts, but to no fixture. */
  'other-partner': { clientId: 'contoso-clinics', clientSecret: 'contoso-sandbox-secret', active: true },
  /** The partner had access to every fixture, but the access was withdrawn. */
  'no-grant': { clientId: 'fabrikam-care', clientSecret: 'fabrikam-sandbox-secret', active: true },
  /** The partner was revoked. A token that the partner got before can still exist. */
  revoked: { clientId: 'tailspin-health', clientSecret: 'tailspin-sandbox-secret', active: false },
} as const satisfies Record<string, Partner>
