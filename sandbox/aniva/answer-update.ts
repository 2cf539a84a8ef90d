import type { components } from '../../generated/aniva/types.ts'
import { type Answer, jsonAnswer } from '../answer.ts'
import { firstRefusal, type Refusal } from '../behaviour.ts'
import type { AnivaBehaviour } from './behaviour.ts'
import { type AnivaUpdate, appointmentOf, refuse } from './update.ts'

/** Checks an update, carries it out and answers it, in one synchronous transaction. */
export function answerUpdate(behaviour: AnivaBehaviour, update: AnivaUpdate): Answer {
  const refusal = firstRefusal(Object.values(behaviour.checks), update)
  const before = appointmentOf(update)
  if (refusal !== undefined || before === undefined) {
    return behaviour.answer(anivaRefusal(refusal ?? refuse(404, 'There is no such appointment.')), update)
  }
  const after = behaviour.apply(before, update)
  behaviour.keep(after, update)
  return behaviour.answer(jsonAnswer(200, behaviour.show(after, update.world)), update)
}

/** A refusal in the shape of Aniva's errors. */
export function anivaRefusal({ status, message, headers }: Refusal): Answer {
  const body: components['schemas']['Error'] = { error: message }
  return jsonAnswer(status, body, headers)
}
