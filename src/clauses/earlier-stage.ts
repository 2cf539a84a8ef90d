/**
 * The reason for a clause that was not exercised because its response failed at an earlier stage. When reports of
 * several shards are merged, any other reason for the same clause replaces this one, because it says more.
 */
export const EARLIER_STAGE = 'its response failed at an earlier stage'
