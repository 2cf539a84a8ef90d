import { isSuccess } from '../../exchanges/exchange.ts'
import { clauseId, sourceOfPart } from '../../clauses/list-clauses.ts'
import { publishSentences } from '../../redaction/redaction.ts'
import { statusOf } from '../../evidence/execution.ts'
import { receivedValues } from '../../evidence/response/received-values.ts'
import { asObject, isObject } from '../../json.ts'
import type { Operation } from '../../operations/operation.ts'
import type { AssumptionReport } from '../../report/report.ts'
import type { ClauseOutcome } from '../../verdicts/coverage.ts'
import type { Finding } from '../../verdicts/finding.ts'
import type { Judgement } from '../../verdicts/judge.ts'

type Contradiction = NonNullable<AssumptionReport['against']>[number]

/**
 * Returns the assumptions of a document, and what a run on a live server showed about each. Lists assumed clauses, then
 * assumed parts of clauses, then cases whose expected response is assumed, such as a scenario with `source: assumed`.
 */
export function listAssumptions(
  outcomes: readonly ClauseOutcome[],
  judgements: readonly Judgement[],
): AssumptionReport[] {
  const assumed = outcomes.filter(({ clause }) => clause.source === 'assumed')
  const clauses = new Set(assumed.map(({ clause }) => clause.id))
  const ofClauses = assumed.map(({ clause, state }): AssumptionReport => {
    const against = judgements.flatMap((each) => contradictions(each, ({ clause: id }) => id === clause.id))
    return assumption(clause.id, state === 'passed', against)
  })
  const ofCases = judgements.flatMap((judgement): AssumptionReport[] => {
    const { path, operation, negative } = judgement.execution.case
    const isOwn = negative === undefined || !clauses.has(`${operation.id}${negative.clause}:refuses`)
    if (!isOwn || sourceOfCase(judgement) !== 'assumed') return []
    const against = contradictions(judgement, (finding) => !clauses.has(finding.clause) && !isOfPart(finding))
    return [assumption(path, judgement.verdict === 'passed', against)]
  })
  const operations = [...new Set(judgements.map(({ execution }) => execution.case.operation))]
  const ofParts = operations.flatMap((operation) =>
    assumedParts(operation).map((pointer): AssumptionReport => {
      const id = clauseId(operation, pointer)
      const against = judgements.flatMap((each) =>
        contradictions(each, (finding) => isOfPart(finding) && `${finding.clause}/${finding.part}` === id),
      )
      return assumption(
        id,
        judgements.some((each) => showsPart(each, operation, pointer)),
        against,
      )
    }),
  )
  return [...ofClauses, ...ofParts, ...ofCases]
}

/** Matches the keys of `x-source` that concern a part of an operation, such as `responses/4XX`. */
const PARTS = /^(responses\/4XX|x-update\/[^/]+\/[^/]+)$/

/**
 * Returns a pointer for each assumption about a part of an operation. `/x-update/due/status` means: an update of `due`
 * leaves `status` unchanged.
 */
function assumedParts({ document, address }: Operation): string[] {
  const sources = document.resolve(address).value
  const said = isObject(sources) ? sources['x-source'] : undefined
  return Object.entries(asObject(said)).flatMap(([key, entry]) => {
    const source = isObject(entry) ? entry['is'] : entry
    return PARTS.test(key) && source === 'assumed' ? [`/${key}`] : []
  })
}

/** True for a finding about one of the parts of an operation that `x-source` can mark as assumed. See `PARTS`. */
function isOfPart({ clause, part }: Finding): boolean {
  return part !== undefined && /\/responses$|\/x-update\/[^/]+$/.test(clause)
}

/**
 * True if a passed case confirms the assumption about a part of an operation: if the assumption were wrong, the case
 * would have failed.
 */
function showsPart({ execution, verdict }: Judgement, operation: Operation, pointer: string): boolean {
  const { case: aCase, sent } = execution
  if (verdict !== 'passed' || aCase.operation !== operation) return false
  const [, kind, field = '', part] = pointer.split('/')
  if (kind === 'responses') return aCase.expect.kind === 'refused'
  if (!isObject(sent?.body) || !isSuccess(statusOf(execution))) return false
  const value = sent.body[field]
  return part === 'fraction' ? typeof value === 'string' && /\.\d*[1-9]/.test(value) : value !== undefined
}

function assumption(id: string, isShown: boolean, against: readonly Contradiction[]): AssumptionReport {
  if (against.length > 0) return { id, state: 'disproved', against: withoutRepeats(against) }
  return { id, state: isShown ? 'confirmed' : 'never-shown' }
}

/**
 * Returns the source of the expected response of a case. Returns undefined if the case has no source of its own, so
 * that the source of its clause applies.
 */
function sourceOfCase({ execution }: Judgement): string | undefined {
  const { source, negative, operation } = execution.case
  if (source !== undefined || negative === undefined) return source
  return sourceOfPart(operation, negative.clause, negative.name)
}

function contradictions(judgement: Judgement, isMeant: (finding: Finding) => boolean): Contradiction[] {
  const { execution } = judgement
  const { path, negative } = execution.case
  const fields = isObject(execution.sent?.body) ? Object.keys(execution.sent.body) : []
  return judgement.findings
    .filter((finding) => finding.level === 'assumption' && isMeant(finding))
    .map(({ rule, at, expected, received }) => {
      const publish = publishSentences(receivedValues(execution), at, false)
      return {
        rule,
        case: path,
        at: publish(at),
        expected: publish(expected),
        received: publish(received),
        ...(negative === undefined ? {} : { negative: negative.name }),
        // Field names of a valid body come from the document, so the report can contain them.
        ...(negative === undefined && fields.length === 1 ? { field: String(fields[0]) } : {}),
      }
    })
}

/** Removes all but the first of the contradictions that differ only in the name of their case. */
function withoutRepeats(against: readonly Contradiction[]): Contradiction[] {
  const kindOf = ({ case: _case, ...kind }: Contradiction): string => JSON.stringify(kind)
  return [...new Map(against.toReversed().map((each) => [kindOf(each), each])).values()].toReversed()
}
