import type { Partner } from './store.ts'

/** The four invented integrations of the sandbox, by what they are to the islands that the control makes. */
export const LOBBIE_PARTNERS = {
  /** Has a grant to every island. */
  partner: { clientId: 'northwind-scheduling', clientSecret: 'northwind-sandbox-secret', active: true },
  /** Has accounts of its own, and no island ever let it in. */
  stranger: { clientId: 'contoso-clinics', clientSecret: 'contoso-sandbox-secret', active: true },
  /** Had a grant to every island, which was withdrawn. */
  ungranted: { clientId: 'fabrikam-care', clientSecret: 'fabrikam-sandbox-secret', active: true },
  /** Is no longer a partner; a token from before may still be about. */
  revoked: { clientId: 'tailspin-health', clientSecret: 'tailspin-sandbox-secret', active: false },
} as const satisfies Record<string, Partner>
