import { asCurl } from '../../redaction/as-curl.ts'
import { publishExchange, publishReceived, publishSentences } from '../../redaction/redaction.ts'
import { fingerprint } from '../../verdicts/fingerprint.ts'
import type { JoinedFinding } from '../../verdicts/join-findings.ts'
import type { FindingReport } from '../../report/report.ts'
import type { Judgement } from '../../verdicts/judge.ts'
import { receivedValues } from '../../evidence/response/received-values.ts'
import { parametersFor } from '../../cases/parameters-for.ts'
import type { RunSettings } from '../run-settings.ts'

/**
 * Returns a list with one entry: the finding in the form that reports print, with its exchange and the commands that
 * reproduce it. The list is empty if the finding has no exchange.
 */
export function publishFinding(
  { first, count, clauses, failures }: JoinedFinding,
  settings: RunSettings,
  judgements: readonly Judgement[],
): FindingReport[] {
  const execution = judgements.find(({ findings }) => findings.includes(first))?.execution
  if (execution?.exchange === undefined) return []
  const { api, target, seed, parameters, showValues = false } = settings
  const { operation } = execution.case
  const print = fingerprint(first)
  const publish = publishSentences(receivedValues(execution), first.at, showValues)
  const received = showValues ? publishReceived(execution.exchange, first.at, first.received) : undefined
  const marking = { api, parameters: parametersFor(operation, parameters) }
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
      pointer: publish(first.at),
      definedAt: first.definedAt,
      message: publish(first.message),
      expected: publish(first.expected),
      received: received ?? publish(first.received),
      source: first.source,
      ...(first.fix === undefined ? {} : { fix: publish(first.fix) }),
      fingerprint: print,
      count,
      cause: publish(first.cause),
      clauses,
      ...(failures.every(({ rule }) => rule === first.rule) ? {} : { failures }),
      exchange: publishExchange(execution.exchange, execution.case, { ...marking, showValues }),
      curl: asCurl(execution.exchange.request, execution.case, { ...marking, baseUrl: target.baseUrl }),
      replay: `contract-gate replay ${settings.replay} --seed ${seed} --case ${inShell(execution.case.path)}`,
    },
  ]
}

const inShell = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`
