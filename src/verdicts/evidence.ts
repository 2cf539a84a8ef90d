import { headerOf, isAnswer, type RawAnswer } from '../exchanges/exchange.ts'
import type { Json } from '../json.ts'
import { responseFor, type MediaType, type Operation, type Response } from '../operations/operation.ts'
import { parseAnswer, type ParsedBody } from './parse-answer.ts'
import type { OperationContract } from './contract.ts'
import type { Trial } from './trial.ts'
import { isJson } from '../cases/base-request.ts'

/** One answered trial, as the rules look at it. */
export interface Evidence {
  readonly contract: OperationContract
  readonly operation: Operation
  readonly trial: Trial
  readonly answer: RawAnswer
  readonly status: number
  /** The documented response that the status falls under. */
  readonly response?: Response
  readonly contentType?: string
  /** The documented media type that the answer's falls under. */
  readonly mediaType?: MediaType
  readonly body: ParsedBody
}

/** Whether an answer says that the request was accepted: a documented 2xx. */
export function isAccepted(evidence: Pick<Evidence, 'status' | 'response'>): boolean {
  return evidence.status >= 200 && evidence.status < 300
}

/** Reads a trial's answer against its contract; undefined when there is no answer. */
export function evidenceOf(contract: OperationContract, trial: Trial): Evidence | undefined {
  const answer = trial.exchange?.answer
  if (answer === undefined || !isAnswer(answer)) return undefined
  const { operation } = contract
  const response = responseFor(operation, answer.status)
  const contentType = headerOf(answer, 'content-type')
  const mediaType =
    response === undefined || contentType === undefined ? undefined : mediaTypeFor(response, contentType)
  return {
    contract,
    operation,
    trial,
    answer,
    status: answer.status,
    ...(response === undefined ? {} : { response }),
    ...(contentType === undefined ? {} : { contentType }),
    ...(mediaType === undefined ? {} : { mediaType }),
    body: parseAnswer(answer.body, contentType),
  }
}

/** The documented media type that a content type falls under: itself, then `type/*`, then any. OpenAPI 3.1.1 §4.8.14. */
export function mediaTypeFor(response: Response, contentType: string): MediaType | undefined {
  const essence = essenceOf(contentType)
  const [type = ''] = essence.split('/')
  const ranges = [essence, `${type}/*`, '*/*']
  return ranges
    .map((range) => response.content.find((mediaType) => essenceOf(mediaType.range) === range))
    .find((mediaType) => mediaType !== undefined)
}

/** Type and subtype without parameters, in lower case. RFC 9110 §8.3.1. */
export function essenceOf(contentType: string): string {
  return (contentType.split(';')[0] ?? '').trim().toLowerCase()
}

/** The JSON value of the answer, where it is one. */
export function jsonOf(evidence: Evidence): Json | undefined {
  return evidence.body.kind === 'json' ? evidence.body.value : undefined
}

/** The statuses that keep what a case expects. */
export function expectedStatuses(operation: Operation, trial: Trial): readonly string[] {
  const { expect } = trial.case
  switch (expect.kind) {
    case 'status':
      return [expect.status, ...expect.accept]
    case 'accepted':
      return operation.responses.map((response) => response.status).filter((status) => status.startsWith('2'))
    case 'refused':
      return refusals(operation, expect.part)
    case 'locked-out':
      return expect.statuses
    case 'documented':
      return operation.responses.map((response) => response.status).filter((status) => !status.startsWith('5'))
    case 'unsupported-method':
      return ['405']
  }
}

/**
 * Statuses by which a document says no to a request that breaks it: documented 400 or 422; also 415 for a content type
 * and 404 for a path parameter. Where neither 400 nor 422 is documented, any 4xx but 401, 403, 409 and 429.
 */
export function refusals(operation: Operation, part: string): string[] {
  const documented = (status: string): boolean => responseFor(operation, Number(status)) !== undefined
  const plain = ['400', '422'].filter(documented)
  const other = operation.responses
    .map((response) => response.status)
    .filter((status) => /^4(\d\d|XX)$/.test(status) && !['401', '403', '409', '429'].includes(status))
  const base = plain.length > 0 ? plain : other
  return [
    ...new Set([
      ...base,
      ...(part === 'content-type' && documented('415') ? ['415'] : []),
      ...(part === 'path' && documented('404') ? ['404'] : []),
    ]),
  ]
}

/** Whether a status is one of some patterns, `4XX` among them. */
export function isOneOf(status: number, patterns: readonly string[]): boolean {
  return patterns.some(
    (pattern) => pattern === String(status) || pattern === `${Math.floor(status / 100)}XX` || pattern === 'default',
  )
}

export { isJson }
