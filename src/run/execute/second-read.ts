import { setTimeout as wait } from 'node:timers/promises'
import type { Case } from '../../cases/case.ts'
import { statusOf, type Execution, type Sent } from '../../evidence/execution.ts'
import { parseAnswer } from '../../evidence/response/parse-answer.ts'
import { sameValue } from '../../evidence/same-value.ts'
import { buildRequest, type RequestContext } from '../../exchanges/build-request.ts'
import { headerOf, isAnswer, isSuccess } from '../../exchanges/exchange.ts'
import type { Observation } from '../../exchanges/observation.ts'
import type { Sender } from '../../exchanges/record-exchange.ts'
import { plainPath } from '../../journeys/path-value.ts'
import { asText, isObject, type Json, type JsonObject } from '../../json.ts'
import { listOperations } from '../../operations/list-operations.ts'
import type { Operation, Parameter } from '../../operations/operation.ts'

/** A resource before and after a write, as read with the documented GET on the same path. */
export type SecondRead = Pick<Execution, 'before' | 'later' | 'readBy' | 'sentBefore'>

/** The time in milliseconds during which a server may still return an outdated copy after a write. */
export const PATIENCE = 1000

export interface ReadContext extends RequestContext {
  readonly sender: Sender
}

/** Reads a resource before and after each write. */
export interface SecondReads {
  /**
   * Reads the resource, calls `write`, and reads the resource again. `by` has the credentials for the reads. If the
   * write is accepted but the read after the write does not show the effect of the write, waits one second and reads a
   * third time, because the server may have returned an outdated copy.
   */
  around<T extends Pick<Execution, 'exchange'>>(
    aCase: Case,
    sent: Pick<Sent, 'path' | 'body'>,
    by: ReadContext,
    write: () => Promise<T>,
  ): Promise<{ readonly written: T; readonly seen: SecondRead }>
  /** Records the body of an accepted write. `path` is a path template of the document. */
  remember(path: string, values: JsonObject, body: Json | undefined): void
}

/**
 * Creates the reader for a server without provider states. The read after one write is also used as the read before the
 * next write. If the GET of a resource returns no JSON object, this resource is never read again.
 */
export function secondReads(): SecondReads {
  let gets: readonly Operation[] | undefined
  const unreadable = new Set<string>()
  const sent = new Map<string, JsonObject>()
  let last: { readonly of: string; readonly seen: Observation } | undefined
  /** Properties that still had their old value after the wait. For these properties, later reads do not wait again. */
  const settled = new Set<string>()
  return {
    remember(path, values, body) {
      if (isObject(body)) sent.set(nameOf(path, values), { ...sent.get(nameOf(path, values)), ...body })
    },
    async around(aCase, { path, body }, by, write) {
      const { operation } = aCase
      gets ??= listOperations(operation.document).filter(isReader)
      const reader = isRead(aCase) ? gets.find((each) => each.path === operation.path) : undefined
      const of = nameOf(operation.path, path)
      const sentBefore = sent.get(of)
      if (reader === undefined || unreadable.has(of)) {
        last = undefined
        return { written: await write(), seen: {} }
      }
      const before = last?.of === of ? last.seen : await readResource(reader, path, by)
      last = undefined
      const written = await write()
      if (before === undefined) unreadable.add(of)
      if (before === undefined || before.subject === null) return { written, seen: {} }
      let later = await readResource(reader, path, by)
      if (isSuccess(statusOf(written)) && aCase.expect.kind !== 'refused') {
        const old = (): string[] => unchanged(aCase, body, before.subject, later?.subject)
        const isLost = later?.subject === null && operation.method !== 'DELETE'
        if (isLost || old().some((name) => !settled.has(`${operation.id} ${name}`))) {
          await wait(PATIENCE)
          later = (await readResource(reader, path, by)) ?? later
          for (const name of old()) settled.add(`${operation.id} ${name}`)
        }
      }
      if (later !== undefined) last = { of, seen: later }
      return {
        written,
        seen: {
          readBy: reader,
          before,
          ...(later === undefined ? {} : { later }),
          ...(sentBefore === undefined ? {} : { sentBefore }),
        },
      }
    },
  }
}

/** Returns the properties that a write should have changed, but that still have their old value. */
function unchanged(
  { operation }: Case,
  body: Json | undefined,
  before: JsonObject | null,
  later: JsonObject | null | undefined,
): string[] {
  if (later == null) return []
  if (operation.method === 'DELETE') return ['']
  if (!isObject(body) || before === null) return []
  return Object.keys(body).filter((name) => !sameValue(body[name], later[name]) && sameValue(before[name], later[name]))
}

/** Returns a name for a resource: its path template and the values of the path parameters. */
function nameOf(path: string, values: JsonObject): string {
  return plainPath(path).replaceAll(/\{([^{}]*)\}/g, (_, name: string) => `{${asText(values[name])}}`)
}

const METHODS: ReadonlySet<string> = new Set(['PUT', 'PATCH', 'DELETE'])

/**
 * True if the resource is read before and after the case. This is done for PUT, PATCH and DELETE, unless the case tests
 * an invalid path value.
 */
function isRead({ operation, method, expect }: Case): boolean {
  const isUnknown = expect.kind === 'refused' && expect.part === 'path'
  return METHODS.has(operation.method) && method === undefined && !isUnknown
}

/** True for a GET that requires only path parameters and credentials. */
export function isReader({ method, broken, parameters }: Operation): boolean {
  const isMore = (each: Parameter): boolean => each.required && each.in !== 'path' && each.reserved === undefined
  return method === 'GET' && broken === undefined && !parameters.some(isMore)
}

/**
 * Reads a resource. `subject` is null if the resource does not exist. Returns undefined if the response does not show
 * whether the resource exists.
 */
export async function readResource(
  operation: Operation,
  path: JsonObject,
  by: ReadContext,
): Promise<Observation | undefined> {
  const request = await buildRequest({ operation, role: 'partner', path, query: {}, headers: {} }, by)
  const answer = await by.sender.send(request)
  if (!isAnswer(answer)) return undefined
  if (answer.status === 404 || answer.status === 410) return { subject: null, bystander: null }
  const body = answer.status === 200 ? parseAnswer(answer.body, headerOf(answer, 'content-type')) : undefined
  return body?.kind === 'json' && isObject(body.value) ? { subject: body.value, bystander: null } : undefined
}
