/**
 * The reason of a clause that was not tested because its response had already failed an earlier check. If another shard
 * has a different reason for the clause, the merged report shows that reason, because it says more.
 */
export const EARLIER_STAGE = 'the response already failed an earlier check'
