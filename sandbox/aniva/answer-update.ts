import type { components } from '../../generated/aniva/types.ts'
import { type SandboxAnswer, jsonAnswer } from '../http/answer.ts'
import { firstRefusal, type Refusal } from '../behaviour.ts'
import type { AnivaBehaviour } from './behaviour.ts'
import { refuse } from '../update.ts'
import type { AnivaUpdate } from './update.ts'

/** Checks an update, applies it and returns the response, in one synchronous transaction. */
export function answerAnivaUpdate(behaviour: AnivaBehaviour, update: AnivaUpdate): SandboxAnswer {
  const refusal = firstRefusal(Object.values(behaviour.checks), update)
  const before = behaviour.find(update)
  if (refusal !== undefined || before === undefined) {
    return behaviour.answer(anivaRefusal(refusal ?? refuse(404, 'There is no such appointment.')), update)
  }
  const after = behaviour.apply(before, update)
  behaviour.save(after, update)
  return behaviour.answer(jsonAnswer(200, behaviour.show(after, update.server)), update)
}

/** Returns a refusal as a response with Aniva's error body. */
export function anivaRefusal({ status, message, headers }: Refusal): SandboxAnswer {
  const body: components['schemas']['Error'] = { error: message }
  return jsonAnswer(status, body, headers)
}
