import { setTimeout as wait } from 'node:timers/promises'
import { ContractError } from '../errors.ts'
import type { Established, StateProvider } from './target.ts'

/**
 * Wraps a state provider that may return one object for several cases. These cases would disturb each other. To detect
 * this, sets up the second state only after the first state is released. If both have the same path values, the
 * provider reuses objects, and all states are set up one at a time. Otherwise states are set up concurrently. If two
 * cases still get the same object at the same time, blocks both cases and sets up all later states one at a time.
 *
 * A state that is never released delays the next one by `longest` milliseconds.
 */
export function orderSharedObjects(states: StateProvider, longest: number): StateProvider {
  let mode: 'first' | 'serial' | 'parallel' = 'first'
  let queue: Promise<void> = Promise.resolve()
  let known: string | undefined
  let startParallel = (): void => undefined
  const isParallel = new Promise<void>((resolve) => {
    startParallel = resolve
  })
  const inUse = new Map<string, Lease>()
  return {
    get requests() {
      return states.requests
    },
    establish: async (asked) => {
      const turn = mode === 'parallel' ? FREE : takeTurn()
      await (mode === 'serial' ? turn.begun : Promise.race([turn.begun, isParallel]))
      try {
        const established = await states.establish(asked)
        const key = JSON.stringify(established.path)
        // A state without path values has no object that two cases could share.
        if (key === '{}') return leased(established, { release: turn.end, isShared: false }, () => undefined)
        if (mode === 'first' && known !== undefined && known !== key) goParallel()
        if (known === key) mode = 'serial'
        known ??= key
        const other = inUse.get(key)
        if (other !== undefined) {
          mode = 'serial'
          other.isShared = true
          throw shared(asked.state)
        }
        const lease: Lease = { release: turn.end, isShared: false }
        inUse.set(key, lease)
        return leased(established, lease, () => inUse.delete(key))
      } catch (error) {
        turn.end()
        // The first state failed, so the second cannot be compared with it. From now on, states are set up
        // concurrently, so that a module that hangs delays only one case.
        if (mode === 'first') goParallel()
        throw error
      }
    },
  }

  function goParallel(): void {
    mode = 'parallel'
    startParallel()
  }

  /** Waits until all earlier callers have finished, but at most `longest` milliseconds. */
  function takeTurn(): Turn {
    const before = queue
    let end = (): void => undefined
    const ended = new Promise<void>((resolve) => {
      end = resolve
    })
    queue = before.then(() => Promise.race([ended, wait(longest, undefined, { ref: false })]))
    return { begun: before, end }
  }
}

interface Turn {
  readonly begun: Promise<void>
  readonly end: () => void
}

const FREE: Turn = { begun: Promise.resolve(), end: () => undefined }

/** The right of one case to use an object. */
interface Lease {
  readonly release: () => void
  isShared: boolean
}

/**
 * Wraps a provider state. Reading the object of the state throws if another case got the same object in the meantime.
 * If reading throws, the object is released.
 */
function leased(established: Established, lease: Lease, forget: () => void): Established {
  const { observe, release } = established
  const end = (): void => {
    forget()
    lease.release()
  }
  return {
    ...established,
    ...(observe === undefined
      ? {}
      : {
          observe: async () => {
            try {
              const observation = await observe()
              if (lease.isShared) throw shared('')
              return observation
            } catch (error) {
              end()
              throw error
            }
          },
        }),
    release: async () => {
      end()
      if (lease.isShared) throw shared('')
      await release?.()
    },
  }
}

function shared(state: string): ContractError {
  return new ContractError('state-not-established', {
    what: `the setup module returned one object for two cases at once${state === '' ? '' : `, for the state ${state}`}`,
    next: 'return a new object for each call of `establish`, or use --concurrency 1',
  })
}
