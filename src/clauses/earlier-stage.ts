/**
 * Why a clause was not exercised by an answer that broke something before it was asked. It gives way to every other
 * reason, in a run and between shards.
 */
export const EARLIER_STAGE = 'the answer that should have shown it failed at an earlier stage'
