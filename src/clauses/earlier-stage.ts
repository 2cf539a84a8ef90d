/**
 * The reason for a clause that was not tested because its response already failed an earlier check. When shards are
 * merged, any other reason replaces this one, because it says more.
 */
export const EARLIER_STAGE = 'the response already failed an earlier check'
