/** Counts consecutive refusals of valid credentials by a server. */
export interface Strikes {
  /** Records the status of a response. `isGood` is true if the credentials of the request are valid and sufficient. */
  record(status: number, isGood: boolean): void
  /** Returns the reason why no further request may be sent. Returns undefined as long as requests may be sent. */
  reason(): string | undefined
}

/**
 * The number of consecutive refusals after which the run stops. After more refusals, a server might lock the account.
 */
const MOST = 3

/**
 * Creates the counter. `reason` returns a reason after three consecutive refusals. A refusal is a 401 or 403 although
 * the credentials were good, or a 429.
 */
export function strikes(): Strikes {
  const last: number[] = []
  return {
    record: (status, isGood) => {
      const isRefusal = status === 429 || (isGood && (status === 401 || status === 403))
      if (isRefusal && last.length < MOST) last.push(status)
      else if (isGood && last.length < MOST) last.length = 0
    },
    reason: () =>
      last.length < MOST
        ? undefined
        : `the server answered ${last.join(', ')} to ${MOST} consecutive requests with valid credentials, so nothing more was sent: ` +
          (last.includes(429) ? 'ask the vendor for its limits' : 'check the credentials and what they may access'),
  }
}
