/**
 * The reason of a clause that was not exercised because its response failed at an earlier stage. If a run or another
 * shard has any other reason for the clause, that one is reported instead.
 */
export const EARLIER_STAGE = 'its response failed at an earlier stage'
