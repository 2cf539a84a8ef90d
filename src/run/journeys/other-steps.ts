import { setTimeout as wait } from 'node:timers/promises'
import type { Case } from '../../cases/case.ts'
import { statusOf, type Execution } from '../../evidence/execution.ts'
import { sameValue } from '../../evidence/same-value.ts'
import { isSuccess } from '../../exchanges/exchange.ts'
import type { Observation } from '../../exchanges/observation.ts'
import { freshBody } from '../../journeys/fresh-body.ts'
import { plainPath } from '../../journeys/path-value.ts'
import { isObject } from '../../json.ts'
import { listOperations } from '../../operations/list-operations.ts'
import type { Operation } from '../../operations/operation.ts'
import type { ExecuteCase, Reason } from '../execute/execute-case.ts'
import { isReader, PATIENCE, readResource } from '../execute/second-read.ts'
import type { MadeObject } from '../gather/gather-values.ts'
import { isUnmistakable, seenByOther, type SeenByOther } from './seen-by-other.ts'

/**
 * Decides which requests to the first user's object are sent with the credentials of a second user, and what the
 * responses prove.
 */
export interface OtherSteps {
  /**
   * Returns why a request of the second user is not sent. A write is sent only if the second user has no object of
   * their own with the same id, because the write would change that object.
   */
  whyNotSent(aCase: Case): Reason | undefined
  /**
   * Returns the request with a body that differs from the object. A later read of the object then shows whether the
   * request changed it.
   */
  prepared(aCase: Case): Case
  /**
   * Returns why the response to the second user is no fault. Example: the object of the first user is unchanged.
   * Returns undefined if the response may be a fault.
   */
  whyNothing(execution: Execution): Promise<Reason | undefined>
}

/** True for a request with the credentials of the second user. */
export function isOfOther({ as }: Case): boolean {
  return as === 'other-partner'
}

/** Creates the decisions about the requests that a second user sends to one object. */
export function otherSteps(object: MadeObject | undefined, context: ExecuteCase): OtherSteps {
  let seen: SeenByOther | undefined
  const id = object?.path[object.value.name]

  async function readAsFirst({ case: { operation, send } }: Execution): Promise<Observation | undefined> {
    const { target, credentials } = context
    const credential = target.credentials?.partner
    const reader = readerOf(operation)
    if (credential === undefined || reader === undefined || object === undefined) return undefined
    const by = { credential, tokens: credentials, baseUrl: target.baseUrl, sender: target }
    return readResource(reader, { ...send.path, ...object.path }, by)
  }

  return {
    whyNotSent({ journey, operation }) {
      if (!isWrite(journey?.step)) return undefined
      if (seen === 'another' || seen === 'unclear')
        return notApplicable('the second user may have another object with this id')
      if (seen === undefined && !isUnmistakable(id))
        return notApplicable('no GET shows whether the second user has another object with this id')
      // A PUT may create an object of the second user instead of changing the object of the first user. RFC 9110
      // §9.3.4.
      const mayCreate = operation.method === 'PUT' && operation.responses.some(({ status }) => status === '201')
      return seen !== 'same' && mayCreate ? notApplicable('the PUT may create an object of the second user') : undefined
    },
    prepared(aCase) {
      const { operation, send, journey } = aCase
      const names = isObject(send.body) ? Object.keys(send.body) : []
      if (journey?.step !== 'update-as-other' || names.length === 0) return aCase
      const body = freshBody(operation, send.body, 'other', names)
      return { ...aCase, send: { ...send, ...(body === undefined ? {} : { body }) } }
    },
    async whyNothing(execution) {
      const step = execution.case.journey?.step
      if (step === 'read-as-other') {
        const own = await readAsFirst(execution)
        seen = seenByOther(execution, id ?? null, own?.subject, object?.sent)
        return seen === 'another' ? notApplicable('the second user has another object with this id') : undefined
      }
      if (!isWrite(step) || !isSuccess(statusOf(execution))) return undefined
      if (seen === 'same' && step === 'update-as-other') return undefined
      if (step === 'update-as-other') {
        const { before, later } = execution
        const isChanged = before?.subject != null && later !== undefined && !sameValue(before.subject, later.subject)
        return isChanged ? undefined : notApplicable('no read shows that the object of the first user was changed')
      }
      // A server may answer 2xx to a DELETE although it deleted nothing. Therefore the gate reads the object.
      let later = await readAsFirst(execution)
      if (later?.subject != null) {
        await wait(PATIENCE)
        later = await readAsFirst(execution)
      }
      return later?.subject === null
        ? undefined
        : notApplicable('no read shows that the object of the first user was deleted')
    },
  }
}

function isWrite(step: string | undefined): boolean {
  return step === 'update-as-other' || step === 'delete-as-other'
}

function notApplicable(because: string): Reason {
  return { kind: 'not-applicable', because }
}

function readerOf({ document, path }: Operation): Operation | undefined {
  return listOperations(document).find((each) => isReader(each) && plainPath(each.path) === plainPath(path))
}
