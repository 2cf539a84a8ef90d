import type { components } from '../../generated/lobbie/types.ts'
import { type SandboxAnswer, jsonAnswer } from '../http/answer.ts'
import { firstRefusal, type Refusal } from '../behaviour.ts'
import type { LobbieBehaviour } from './behaviour.ts'
import { refuse } from '../update.ts'
import type { LobbieUpdate } from './update.ts'

/** Checks an update, applies it and returns the response, in one synchronous transaction. */
export function answerLobbieUpdate(behaviour: LobbieBehaviour, update: LobbieUpdate): SandboxAnswer {
  const refusal = firstRefusal(Object.values(behaviour.checks), update)
  const before = behaviour.find(update)
  if (refusal !== undefined || before === undefined) {
    return behaviour.answer(lobbieRefusal(refusal ?? refuse(404, 'There is no such appointment.')), update)
  }
  const after = behaviour.apply(before, update)
  behaviour.save(after, update)
  return behaviour.answer(jsonAnswer(200, behaviour.show(after, update.server)), update)
}

/** Returns a refusal as a response with Lobbie's error body. */
export function lobbieRefusal({ status, message, headers }: Refusal): SandboxAnswer {
  const body: components['schemas']['Error'] = { message }
  return jsonAnswer(status, body, headers)
}
