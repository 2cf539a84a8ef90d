/**
 * The reason that a report gives for a clause that was not tested because its response had already failed an earlier
 * check. If another shard gives a different reason for the clause, the merged report shows the reason of the other
 * shard, because it is more specific.
 */
export const EARLIER_STAGE = 'the response already failed an earlier check'
