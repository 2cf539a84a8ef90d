import { isAnswer } from '../exchanges/exchange.ts'
import type { Target } from '../exchanges/target.ts'
import type { Operation } from '../operations/operation.ts'
import { WORLDLY } from '../verdicts/evidence.ts'
import type { Judgement } from '../verdicts/judge.ts'

/**
 * On a server that is not ours, an operation whose every answer to good requests is 401, 403, 404 or else of the
 * server's world was not reached: nothing of it is proved, and nothing broken. Its cases are blocked, with what to
 * configure.
 */
export function tellUnreached(
  judgements: readonly Judgement[],
  { name, shows, baseUrl }: Pick<Target, 'name' | 'shows' | 'baseUrl'>,
): readonly Judgement[] {
  if (name !== 'live' || shows.state) return judgements
  const statuses = new Map<Operation, Set<number>>()
  for (const { trial } of judgements) {
    const status = statusOf(trial)
    if (status === undefined || !isOfPartner(trial)) continue
    const { operation } = trial.case
    statuses.set(operation, (statuses.get(operation) ?? new Set()).add(status))
  }
  return judgements.map((judgement) => {
    const { trial } = judgement
    const { operation } = trial.case
    const seen = statuses.get(operation)
    const isUnreached = seen !== undefined && [...seen].every((status) => WORLDLY.has(status))
    // What is said to a method that the document does not have is said of every operation alike.
    if (trial.case.expect.kind === 'unsupported-method') return judgement
    if (!isUnreached || trial.without !== undefined || isOnlyRefused(operation)) return judgement
    return { trial, verdict: 'blocked', because: sentence(operation, seen, baseUrl), findings: [], exercised: [] }
  })
}

function statusOf({ exchange }: Judgement['trial']): number | undefined {
  return exchange !== undefined && isAnswer(exchange.answer) ? exchange.answer.status : undefined
}

function isOfPartner({ case: { as, expect } }: Judgement['trial']): boolean {
  return as === 'partner' && expect.kind !== 'unsupported-method'
}

/** What a server says where something of it is in the way. */
const OF_A_STATE: readonly number[] = [409, 410, 412, 423, 428]

/** Whether the document itself promises nothing else. */
function isOnlyRefused({ responses }: Operation): boolean {
  return responses.every(({ status }) => WORLDLY.has(Number(status)))
}

function sentence(operation: Operation, seen: ReadonlySet<number>, baseUrl: string): string {
  const isRefused = seen.has(401) || seen.has(403)
  const next = [
    ...(isRefused ? [`give credentials that may call it, -H '${credentialHeader(operation)}: …'`] : []),
    ...(seen.has(404) ? [thingThatExists(operation, baseUrl)] : []),
    ...(seen.has(429) ? ['ask more slowly, --rate 1/s'] : []),
    ...(OF_A_STATE.some((status) => seen.has(status))
      ? ['bring the server into a state that allows it, by hand or with a --setup module']
      : []),
  ]
  return `every answer of ${operation.id} is ${[...seen].join(' or ')}, so nothing of it is proved: ${next.join('; ')}`
}

function credentialHeader({ security }: Operation): string {
  const schemes = security.flatMap((requirement) => requirement.schemes)
  const key = schemes.find((scheme) => scheme.type === 'apiKey')
  const others = schemes.some((scheme) => scheme.type !== 'apiKey')
  if (key === undefined || others) return 'Authorization'
  return key.in === 'cookie' ? 'Cookie' : (key.parameter ?? 'Authorization')
}

function thingThatExists({ parameters }: Operation, baseUrl: string): string {
  const names = parameters.filter((parameter) => parameter.in === 'path').map((parameter) => parameter.name)
  const where = `see that the API begins at ${baseUrl}`
  return names.length === 0
    ? where
    : `name something that exists, ${names.map((name) => `--param ${name}=…`).join(' ')}, and ${where}`
}
