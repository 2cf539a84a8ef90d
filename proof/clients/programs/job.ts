/** The options of each program. All programs do the same job, each with another API client. */
export interface Options {
  readonly baseUrl: string
  readonly clientId: string
  readonly clientSecret: string
  readonly fetch: typeof globalThis.fetch
}

export interface Path {
  readonly accountId: number
  readonly locationId: number
  readonly appointmentId: number
}

/** Moves an appointment. Returns `taken` for a 409. Throws for every other response except a 200. */
export type Reschedule = (path: Path, startTime: string) => Promise<'moved' | 'taken'>
