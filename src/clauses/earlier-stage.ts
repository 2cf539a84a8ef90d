/**
 * The reason why a clause was not exercised if its response already failed at an earlier stage. If
 * another shard has a different reason for the same clause, the report prints that reason, because it says more.
 */
export const EARLIER_STAGE = 'its response failed at an earlier stage'
