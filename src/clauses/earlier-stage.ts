/**
 * The reason why a clause was not exercised if its response already failed at an earlier stage. It is the weakest
 * reason: if another shard has a different reason for the same clause, the report prints that reason.
 */
export const EARLIER_STAGE = 'its response failed at an earlier stage'
