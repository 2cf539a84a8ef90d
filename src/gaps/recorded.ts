import { evidenceOf, isAccepted, jsonOf } from '../evidence/evidence.ts'
import type { OperationContract } from '../evidence/contract.ts'
import type { Json } from '../json.ts'
import type { Response } from '../operations/operation.ts'
import type { Schema } from '../schemas/schema.ts'
import type { Judgement } from '../verdicts/judge.ts'

/** A passed exchange whose request was accepted, and its JSON response body. */
export interface RecordedAnswer {
  readonly judgement: Judgement
  readonly body: Json
}

/** The passed exchanges of one operation in which the server returned the same documented response. */
export interface Recorded {
  readonly contract: OperationContract
  readonly response: Response
  /** The schema of the response bodies. */
  readonly schema: Schema
  readonly answers: readonly RecordedAnswer[]
}

/**
 * Groups the passed exchanges with accepted requests by operation and documented response. Leaves out responses whose
 * body has no schema.
 */
export function listRecorded(
  contracts: readonly OperationContract[],
  judgements: readonly Judgement[],
): readonly Recorded[] {
  return contracts.flatMap((contract) => {
    const own = judgements.filter(({ execution }) => execution.case.operation === contract.operation)
    const groups = new Map<Schema, { response: Response; answers: RecordedAnswer[] }>()
    for (const judgement of own) {
      if (judgement.verdict !== 'passed' || judgement.execution.case.method !== undefined) continue
      const evidence = evidenceOf(contract, judgement.execution)
      const schema = evidence?.mediaType?.schema
      const body = evidence === undefined ? undefined : jsonOf(evidence)
      if (evidence?.response === undefined || schema === undefined || body === undefined) continue
      if (!isAccepted(evidence) || evidence.mediaType?.isStream === true) continue
      const group = groups.get(schema) ?? { response: evidence.response, answers: [] }
      group.answers.push({ judgement, body })
      groups.set(schema, group)
    }
    return [...groups].map(([schema, group]) => ({ contract, schema, ...group }))
  })
}
