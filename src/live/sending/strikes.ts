/** Counts how many times in a row a server refuses valid credentials. */
export interface Strikes {
  /** Records a response status. `isGood` is true if the credentials were valid and sufficient. */
  record(status: number, isGood: boolean): void
  /** Returns why no further request is allowed. Returns undefined if requests are allowed. */
  reason(): string | undefined
}

/** The number of refusals in a row after which the run stops, because the server might lock the account. */
const MOST = 3

/** Creates the counter. It counts the status 429, and for good credentials also 401 and 403. */
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
