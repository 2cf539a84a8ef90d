/** The options that every program gets. */
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

/** The job: move an appointment. Throws for any other response. */
export type Reschedule = (path: Path, startTime: string) => Promise<'moved' | 'taken'>
