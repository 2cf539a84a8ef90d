/**
 * The reason for a clause that was not tested because its response failed at an earlier stage. When shards are merged,
 * any other reason replaces it, because it says more.
 */
export const EARLIER_STAGE = 'its response failed at an earlier stage'
