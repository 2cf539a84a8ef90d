/**
 * The reason of a clause that was not exercised because its response failed at an earlier stage. Every other reason
 * overrides it, in a run and between shards.
 */
export const EARLIER_STAGE = 'its response failed at an earlier stage'
