import { tokens, pointer, valueAt } from '../document/json-pointer.ts'
import { asCurl } from '../exchanges/as-curl.ts'
import { headerOf, isAnswer } from '../exchanges/exchange.ts'
import { publicName, redactExchange } from '../exchanges/redact.ts'
import { showExchange } from '../exchanges/show-exchange.ts'
import { fingerprint } from '../findings/fingerprint.ts'
import type { JoinedFinding } from '../findings/join-findings.ts'
import { isArray, isObject, parseJson, type Json } from '../json.ts'
import type { FindingReport } from '../report/report.ts'
import type { Judgement } from '../verdicts/judge.ts'
import type { Trial } from '../verdicts/trial.ts'
import type { RunSettings } from './run-settings.ts'

/** Characters of a received value, where values are shown at all. */
const MOST_CHARACTERS = 200

/** A finding as reports tell it: with its exchange and the commands that show it again, and nothing from outside. */
export function tellFinding(
  { first, count, clauses }: JoinedFinding,
  settings: RunSettings,
  judgements: readonly Judgement[],
): FindingReport[] {
  const trial = judgements.find(({ findings }) => findings.includes(first))?.trial
  if (trial?.exchange === undefined) return []
  const { api, target, seed, parameters, showValues = false } = settings
  const { operation } = trial.case
  const print = fingerprint(first)
  const told = showValues ? (text: string): string => text : withoutNames(trial, first.at)
  const marking = { api, parameters }
  return [
    {
      id: `${first.rule}/${print}`,
      rule: first.rule,
      level: first.level,
      operation: first.operation,
      method: trial.case.method ?? operation.method,
      path: operation.path,
      case: trial.case.path,
      clause: first.clause,
      pointer: told(first.at),
      definedAt: first.definedAt,
      message: told(first.message),
      expected: told(first.expected),
      received: (showValues ? receivedAt(trial, first.at, first.received) : undefined) ?? told(first.received),
      source: first.source,
      fingerprint: print,
      count,
      root: told(first.root),
      clauses,
      exchange: (showValues ? showExchange : redactExchange)(trial.exchange, trial.case, marking),
      curl: asCurl(trial.exchange.request, trial.case, { ...marking, baseUrl: target.baseUrl }),
      replay: `contract-gate replay ${settings.replay} --seed ${seed} --case ${inShell(trial.case.path)}`,
    },
  ]
}

const inShell = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

/** What an answer calls its members may be somebody's name: then a text tells only how long it is. */
function withoutNames({ exchange, before, later }: Trial, at: string): (text: string) => string {
  const answer = exchange?.answer
  const names = new Set<string>()
  for (const value of [
    answer !== undefined && isAnswer(answer) ? jsonOf(answer.body) : undefined,
    ...[before, later].flatMap((seen) => [seen?.subject, seen?.bystander]),
  ]) {
    collectNames(value, names)
  }
  const hidden = [...names]
    .filter((name) => publicName(name) !== name)
    .toSorted((one, other) => other.length - one.length)
  const told = at.startsWith('/')
    ? tokens(at)
        .map((token) => pointer(hidden.includes(token) ? publicName(token) : token))
        .join('')
    : at
  return (text) =>
    hidden
      // Shorter ones stand in words of ours; where they are a member's, the pointer names them.
      .filter((name) => name.length > 2)
      .flatMap((name) => [pointer(name).slice(1), name].map((each) => [each, publicName(name)] as const))
      .reduce((whole, [name, token]) => whole.replaceAll(name, token), at === '' ? text : text.replaceAll(at, told))
}

function collectNames(value: Json | undefined, names: Set<string>): void {
  if (isArray(value)) for (const item of value) collectNames(item, names)
  else if (isObject(value)) {
    for (const [name, member] of Object.entries(value)) {
      names.add(name)
      collectNames(member, names)
    }
  }
}

/** The value itself where a finding names its shape. */
function receivedAt({ exchange }: Trial, at: string, shape: string): string | undefined {
  const answer = exchange?.answer
  if (answer === undefined || !isAnswer(answer) || !shape.startsWith('<')) return undefined
  const value = at === '' || at.startsWith('/') ? valueAt(jsonOf(answer.body), at) : headerOf(answer, at)
  return value === undefined ? undefined : JSON.stringify(value).slice(0, MOST_CHARACTERS)
}

const jsonOf = (body: Uint8Array): Json | undefined => parseJson(Buffer.from(body).toString())
