import { valueAt } from '../../document/json-pointer.ts'
import { asCurl } from '../../redaction/as-curl.ts'
import { headerOf, isAnswer } from '../../exchanges/exchange.ts'
import { redactExchange } from '../../redaction/redact-exchange.ts'
import { showExchange } from '../../redaction/show-exchange.ts'
import { fingerprint } from '../../verdicts/fingerprint.ts'
import type { JoinedFinding } from '../../verdicts/join-findings.ts'
import { parseJson, type Json } from '../../json.ts'
import type { FindingReport } from '../../report/report.ts'
import type { Judgement } from '../../verdicts/judge.ts'
import type { Execution } from '../../evidence/execution.ts'
import { receivedValues } from '../../evidence/received-values.ts'
import type { RunSettings } from '../run-settings.ts'
import { redactPropertyNames } from '../../redaction/redact-property-names.ts'

/** Longest received value that is shown, in characters. */
const MOST_CHARACTERS = 200

/** A finding for reports: with its exchange, redacted, and the commands that reproduce it. */
export function publishFinding(
  { first, count, clauses }: JoinedFinding,
  settings: RunSettings,
  judgements: readonly Judgement[],
): FindingReport[] {
  const execution = judgements.find(({ findings }) => findings.includes(first))?.execution
  if (execution?.exchange === undefined) return []
  const { api, target, seed, parameters, showValues = false } = settings
  const { operation } = execution.case
  const print = fingerprint(first)
  const shown = showValues ? (text: string): string => text : redactPropertyNames(receivedValues(execution), first.at)
  const marking = { api, parameters }
  return [
    {
      id: `${first.rule}/${print}`,
      rule: first.rule,
      level: first.level,
      operation: first.operation,
      method: execution.case.method ?? operation.method,
      path: operation.path,
      case: execution.case.path,
      clause: first.clause,
      pointer: shown(first.at),
      definedAt: first.definedAt,
      message: shown(first.message),
      expected: shown(first.expected),
      received: (showValues ? receivedAt(execution, first.at, first.received) : undefined) ?? shown(first.received),
      source: first.source,
      fingerprint: print,
      count,
      cause: shown(first.cause),
      clauses,
      exchange: (showValues ? showExchange : redactExchange)(execution.exchange, execution.case, marking),
      curl: asCurl(execution.exchange.request, execution.case, { ...marking, baseUrl: target.baseUrl }),
      replay: `contract-gate replay ${settings.replay} --seed ${seed} --case ${inShell(execution.case.path)}`,
    },
  ]
}

const inShell = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

/** The received value, if the finding names only its shape. */
function receivedAt({ exchange }: Execution, at: string, shape: string): string | undefined {
  const answer = exchange?.answer
  if (answer === undefined || !isAnswer(answer) || !shape.startsWith('<')) return undefined
  const value = at === '' || at.startsWith('/') ? valueAt(jsonOf(answer.body), at) : headerOf(answer, at)
  return value === undefined ? undefined : JSON.stringify(value).slice(0, MOST_CHARACTERS)
}

const jsonOf = (body: Uint8Array): Json | undefined => parseJson(Buffer.from(body).toString())
