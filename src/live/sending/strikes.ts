/** Counts consecutive refusals of good credentials. */
export interface Strikes {
  /** Records the status of a response. `isGood`: the request had good credentials and asked for what they allow. */
  record(status: number, isGood: boolean): void
  /** Why nothing more may be sent; undefined while it may. */
  reason(): string | undefined
}

/** A server that refuses so often in a row may lock the account. */
const MOST = 3

/** Stops after three consecutive 401 or 403 to good credentials, or 429 to any request. */
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
        : `the server answered ${last.join(', ')} to ${MOST} good requests in a row, so nothing more was sent: ` +
          (last.includes(429) ? 'ask the vendor for its limits' : 'check the credentials and what they may access'),
  }
}
