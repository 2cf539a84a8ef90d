import type { Established, StateProvider, Target } from '../targets/target.ts'
import type { JsonObject } from '../json.ts'
import { sendsNothing, type NamedTarget } from '../targets/named-target.ts'

/** Sets up a provider state of `x-states`. */
export type Establish = (asked: {
  readonly api: string
  readonly state: string
  readonly with: JsonObject
  readonly caseId: string
}) => Established | Promise<Established>

/**
 * Returns a target in the form of `NamedTarget`. If `establish` is given, it replaces the provider states of the
 * target.
 */
export function namedTarget(target: NamedTarget | Target, api: string, establish: Establish | undefined): NamedTarget {
  const named = 'send' in target ? valueTarget(target) : target
  if (establish === undefined) return named
  return {
    kind: named.kind,
    plan: (asked) => withStates(named.plan(asked), api, establish),
    open: async (asked) => {
      const opened = await named.open(asked)
      return { ...opened, target: withStates(opened.target, api, establish) }
    },
  }
}

function valueTarget(target: Target): NamedTarget {
  return {
    kind: target.name,
    plan: () => ({ ...target, send: sendsNothing }),
    open: async () => ({ target, close: async () => {} }),
  }
}

/** Replaces the provider states of a target. The new provider states must supply all credentials. */
function withStates(target: Target, api: string, establish: Establish): Target {
  let requests = 0
  const states: StateProvider = {
    get requests() {
      return requests
    },
    establish: async (asked) => {
      requests += 1
      return establish({ api, ...asked })
    },
  }
  return { ...target, shows: { ...target.shows, state: true, auth: 'full' }, states }
}
