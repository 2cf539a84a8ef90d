import type { Case } from '../../cases/case.ts'
import { statusOf, type Demand, type Execution } from '../../evidence/execution.ts'
import { parseAnswer } from '../../evidence/response/parse-answer.ts'
import { sameValue } from '../../evidence/same-value.ts'
import { headerOf, isAnswer, isSuccess } from '../../exchanges/exchange.ts'
import { freshBody } from '../../journeys/fresh-body.ts'
import { isObject, type JsonObject } from '../../json.ts'
import { isJson } from '../../operations/media-types.ts'
import type { Operation } from '../../operations/operation.ts'
import { compileSchema } from '../../schemas/check-value.ts'
import { completeBody, valueIn, withValue } from './complete-body.ts'
import type { OwnReferences } from './own-references.ts'
import { refusedFields } from './refused-fields.ts'

/** The maximum number of changed bodies that are sent after the server refused the original body. */
const MOST_TRIES = 3

/**
 * The maximum number of cases per operation whose bodies are changed without success. After that, the bodies of the
 * operation are sent unchanged.
 */
const MOST_FRUITLESS = 3

/** Changes valid bodies that a server refuses with a reason, and remembers what the server demands. */
export interface Completions {
  /**
   * Sends a case. If the server refuses a valid body and says why, changes the body and sends it again, at most three
   * times. Returns the first accepted execution. If the server refuses all bodies, returns the execution with the
   * original body.
   */
  execute(aCase: Case, send: (aCase: Case) => Promise<Execution>): Promise<Execution>
}

/** Creates the `Completions` of one run. `unique` is a short text that differs in each run. */
export function completions(unique: string, references: Pick<OwnReferences, 'applied'>): Completions {
  const learned = new Map<Operation, readonly Demand[]>()
  const fruitless = new Map<Operation, number>()
  let counter = 0
  return {
    async execute(aCase, send) {
      const known = learned.get(aCase.operation) ?? []
      const own = unlessRepaired(aCase, met(references.applied(aCase), known))
      const first = { ...(await send(own)), case: aCase }
      const used = known.filter(({ path, value }) => sameValue(valueIn(own.send.body, path), value))
      if (isSuccess(statusOf(first)) && used.length > 0) return withDemands(first, used)
      let { body } = own.send
      let last: Execution = first
      let demands: readonly Demand[] = used
      const before = fruitless.get(aCase.operation) ?? 0
      if (before >= MOST_FRUITLESS) return first
      for (let tries = 0; tries < MOST_TRIES && isObject(body) && isRefusal(last); tries += 1) {
        counter += 1
        const next = nextBody(aCase, body, last, `${unique}${counter.toString(36)}`, tries > 0)
        if (next === undefined) break
        ;({ body } = next)
        demands = [...demands, ...next.demands]
        last = { ...(await send(withBody(own, next.body))), case: aCase }
        if (!isSuccess(statusOf(last))) continue
        learned.set(aCase.operation, [...known, ...demands.filter((each) => !known.includes(each))])
        return withDemands(last, demands)
      }
      if (last !== first) fruitless.set(aCase.operation, before + 1)
      return first
    },
  }
}

function withDemands(execution: Execution, more: readonly Demand[]): Execution {
  const demands = [...(execution.demands ?? []), ...more]
  return demands.length === 0 ? execution : { ...execution, demands }
}

/**
 * Returns the changed case. Returns the original case if it is a negative case and the change would make its invalid
 * body valid.
 */
function unlessRepaired(aCase: Case, changed: Case): Case {
  const schema = aCase.operation.requestBody?.content.find(({ range }) => isJson(range))?.schema
  if (changed === aCase || aCase.expect.kind !== 'refused' || schema === undefined) return changed
  const isValid = ({ send }: Case): boolean => compileSchema(schema).isValid(send.body ?? null, 'request')
  return isValid(changed) && !isValid(aCase) ? aCase : changed
}

/** Adds the values that the server demands to the body of a case. Does not change the property that the case tests. */
function met(aCase: Case, demands: readonly Demand[]): Case {
  const { body } = aCase.send
  if (!isObject(body) || aCase.send.raw !== undefined || !hasJson(aCase)) return aCase
  const completed = demands.reduce((so, { path, value, instead }) => {
    const current = valueIn(so, path)
    const isMet = instead === undefined ? current !== undefined : !sameValue(current, instead)
    return isMet || isAbout(aCase, path.at(-1) ?? '') ? so : withValue(so, path, value)
  }, body)
  return completed === body ? aCase : withBody(aCase, completed)
}

/**
 * True if the body is JSON. The gate changes a refused body only if it is JSON. It does not change refused form data.
 */
function hasJson({ send }: Case): boolean {
  return isJson(send.contentType ?? 'application/json')
}

function isAbout({ path }: Case, name: string): boolean {
  return path.split('/').includes(name)
}

function withBody(aCase: Case, body: JsonObject): Case {
  return { ...aCase, send: { ...aCase.send, body } }
}

/** True if the server refused a valid request. */
function isRefusal(execution: Execution): boolean {
  const { case: aCase, without } = execution
  const isValid =
    aCase.expect.kind === 'accepted' && hasJson(aCase) && aCase.as === 'partner' && aCase.method === undefined
  return without === undefined && isValid && [400, 409, 422].includes(statusOf(execution) ?? 0)
}

/** Matches messages which say that another object already has the value. */
const TAKEN = /already (?:exists?|in use|taken|used|registered)|(?:must be|not) unique|is taken|duplicate/i

function nextBody(aCase: Case, body: JsonObject, refusal: Execution, unique: string, isRepeated: boolean) {
  const answer = refusal.exchange?.answer
  if (answer === undefined || !isAnswer(answer)) return undefined
  const parsed = parseAnswer(answer.body, headerOf(answer, 'content-type'))
  const refused = parsed.kind === 'json' ? refusedFields(parsed.value) : []
  const mayReplace = /\/valid\/base$|\/example\//.test(aCase.path)
  const completed = completeBody(aCase.operation, body, refused, { unique, mayReplace })
  const text = Buffer.from(answer.body.subarray(0, 2000)).toString()
  if (completed !== undefined || (statusOf(refusal) !== 409 && !TAKEN.test(text))) return completed
  // The message does not say which value must be unique. The first attempt changes the values that usually must be
  // unique. The second attempt changes every text.
  const fresh = freshBody(aCase.operation, body, unique, isRepeated ? Object.keys(body) : [])
  return isObject(fresh) && fresh !== body ? { body: fresh, demands: [] } : undefined
}
