/**
 * The reason why a clause was not exercised if its response already failed at an earlier stage. Of all reasons, this
 * reason says least: if another shard has a different reason for the same clause, the report prints the other reason.
 */
export const EARLIER_STAGE = 'its response failed at an earlier stage'
