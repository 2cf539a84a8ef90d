import type { Partner } from './store.ts'

/** The four invented integrations of the sandbox, by what they are to the fixtures that the control makes. */
export const LOBBIE_PARTNERS = {
  /** Has a grant to every fixture. */
  partner: { clientId: 'northwind-scheduling', clientSecret: 'northwind-sandbox-secret', active: true },
  /** Has accounts of its own, and no fixture ever let it in. */
  'other-partner': { clientId: 'contoso-clinics', clientSecret: 'contoso-sandbox-secret', active: true },
  /** Had a grant to every fixture, which was withdrawn. */
  'no-grant': { clientId: 'fabrikam-care', clientSecret: 'fabrikam-sandbox-secret', active: true },
  /** Is no longer a partner; a token from before may still be about. */
  revoked: { clientId: 'tailspin-health', clientSecret: 'tailspin-sandbox-secret', active: false },
} as const satisfies Record<string, Partner>
