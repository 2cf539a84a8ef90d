import { tokens, pointer, valueAt } from '../document/json-pointer.ts'
import { asCurl } from '../exchanges/as-curl.ts'
import { headerOf, isAnswer } from '../exchanges/exchange.ts'
import { shownName } from '../exchanges/known-names.ts'
import { redactExchange } from '../exchanges/redact.ts'
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

/** A pointer in a sentence. */
const POINTER = /(?<![^\s(])\/[^\s,]*/g

/** What an answer calls its members may be somebody's name: then a text tells only how long it is. */
function withoutNames(trial: Trial, at: string): (text: string) => string {
  const shownAs = shownNames(trial)
  const told = (path: string): string => pointer(...tokens(path).map((token) => shownAs.get(token) ?? token))
  // What is spelt like a word may be a word of ours: it is a name where a pointer has it.
  const odd = [...shownAs]
    .filter(([name, shown]) => name !== shown && name.length > 2 && (!/^[\w$.-]+$/.test(name) || /\d{3}/.test(name)))
    .toSorted(([one], [other]) => other.length - one.length)
    .flatMap(([name, shown]) => [pointer(name).slice(1), name].map((each) => [each, shown] as const))
  return (text) =>
    odd.reduce(
      (whole, [name, shown]) => whole.replaceAll(name, shown),
      (/^\/.*[\s,]/s.test(at) ? text.replaceAll(at, told(at)) : text).replaceAll(POINTER, told),
    )
}

/** Every name in what the server said, with what is shown for it. */
function shownNames({ case: { operation }, exchange, before, later }: Trial): ReadonlyMap<string, string> {
  const answer = exchange?.answer
  const names = new Set<string>()
  for (const value of [
    answer !== undefined && isAnswer(answer) ? jsonOf(answer.body) : undefined,
    ...[before, later].flatMap((seen) => [seen?.subject, seen?.bystander]),
  ]) {
    collectNames(value, names)
  }
  return new Map([...names].map((name) => [name, shownName(name, operation.document)]))
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
