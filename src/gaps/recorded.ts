import { evidenceOf, isAccepted, jsonOf } from '../evidence/evidence.ts'
import type { OperationContract } from '../evidence/contract.ts'
import type { Json } from '../json.ts'
import type { Response } from '../operations/operation.ts'
import type { Schema } from '../schemas/schema.ts'
import type { Judgement } from '../verdicts/judge.ts'

/** An accepted exchange that passed, with the JSON body of its response. */
export interface RecordedAnswer {
  readonly judgement: Judgement
  readonly body: Json
}

/** The accepted exchanges of an operation that have the same documented response. */
export interface Recorded {
  readonly contract: OperationContract
  readonly response: Response
  /** The schema of the bodies. */
  readonly schema: Schema
  readonly answers: readonly RecordedAnswer[]
}

/** Groups the accepted exchanges that passed by operation and documented response. Leaves out bodies without a schema. */
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
