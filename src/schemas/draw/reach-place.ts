import { pointer as join } from '../../document/json-pointer.ts'
import { isArray, isObject, type Json } from '../../json.ts'
import { holds } from '../judge/find-mismatches.ts'
import { partsOfMember, type Part } from '../nodes/schema-node.ts'
import { contextFor } from './candidates.ts'
import { take, type DrawContext } from './draw-context.ts'
import { MOST_ITEMS } from './draw-arrays.ts'
import { namesFor } from './draw-objects.ts'
import { applicable, partsOfIndex, partsOfName } from './flatten.ts'
import { placeAt } from '../values/place-value.ts'

/** A valid value in which a part is asked, where it is asked, and what else is asked there. */
export interface Reached {
  readonly root: Json
  readonly at: string
  readonly value: Json
  /** The parts that apply at the place, the reached one among them. */
  readonly flat: readonly Part[]
}

/** How many values of a place are tried on the way. */
const TRIES = 6

/**
 * A value as near to `base` as can be in which `part` is asked of a value: members that are missing on the way are
 * added, and where `base` takes another branch its place is drawn anew. Undefined where no such value is found.
 */
export function reachPlace(part: Part, base: Json | undefined, seed: number): Reached | undefined {
  const chain: Part[] = []
  for (let each: Part | undefined = part; each !== undefined; each = each.parent) chain.unshift(each)
  const [root] = chain
  if (root === undefined) return undefined
  const reach = new Reach(contextFor(root, seed, { ahead: true }))
  const found = reach.at(chain, [], base, true)
  return found !== undefined && holds(root, found.root) ? found : undefined
}

class Reach {
  readonly #context: DrawContext

  constructor(context: DrawContext) {
    this.#context = context
  }

  /** `conjunction` is what applies at this place whatever is forced; `mayKeep` whether `value` is to be kept. */
  at(
    chain: readonly Part[],
    conjunction: readonly Part[],
    value: Json | undefined,
    mayKeep: boolean,
  ): Reached | undefined {
    const forced = chain.slice(0, 1 + countSame(chain))
    const rest = chain.slice(forced.length)
    const all = [...new Set([...conjunction, ...forced, ...conditions(forced)])]
    const names = forced.flatMap((part, index) => triggerOf(part, forced[index - 1]))
    const kept = mayKeep && value !== undefined ? [value] : []
    const next = rest[0]
    const context = { ...this.#context, names }
    const wider = next === undefined ? context : withForced(context, next)
    for (const draws of [kept, this.#context.draw(all, context), this.#context.draw(all, wider)]) {
      for (const each of take(draws, TRIES)) {
        if (this.#context.fuel.left-- <= 0) return undefined
        const flat = applicable([...conjunction, ...forced.slice(0, 1)], each)
        if (!forced.every((part) => flat.includes(part)) || !all.every((part) => holds(part, each))) continue
        if (next === undefined) return { root: each, at: '', value: each, flat }
        const found = this.#below(rest, next, flat, each, all)
        if (found !== undefined) return found
      }
    }
    return undefined
  }

  #below(
    rest: readonly Part[],
    next: Part,
    flat: readonly Part[],
    value: Json,
    all: readonly Part[],
  ): Reached | undefined {
    for (const token of this.#tokensOf(next, flat, value)) {
      const isThere = isArray(value) ? Number(token) < value.length : isObject(value) && Object.hasOwn(value, token)
      const parts = isArray(value) ? partsOfIndex(flat, Number(token)) : partsOfName(flat, String(token))
      const own = isArray(value) ? value[Number(token)] : isObject(value) ? value[String(token)] : undefined
      const found = this.at(rest, parts, isThere ? own : undefined, true)
      if (found === undefined) continue
      const filled = isArray(value) ? filledTo(value, Number(token), found.root) : value
      const root = placeAt(filled, join(token), found.root)
      if (all.every((part) => holds(part, root))) return { ...found, root, at: join(token) + found.at }
    }
    return undefined
  }

  /** Members or items that the next part judges: those that are there first. */
  #tokensOf(next: Part, flat: readonly Part[], value: Json): (string | number)[] {
    const { step, parent } = next
    if (step === undefined || parent === undefined) return []
    if (step.kind === 'name') return isObject(value) ? [step.name] : []
    if (step.kind === 'names' && isObject(value)) {
      const judged = (name: string): boolean =>
        partsOfMember(parent, name).includes(next) || partsOfName(flat, name).includes(next)
      const fresh = [...take(namesFor(flat, this.#context), 60)].filter((name) => !Object.hasOwn(value, name))
      return [...Object.keys(value), ...fresh].filter(judged).slice(0, TRIES)
    }
    if (!isArray(value)) return []
    if (step.kind === 'index') return step.index <= value.length ? [step.index] : []
    const start = step.kind === 'items' ? parent.prefixItems.length : 0
    return [...new Set([start, value.length])].filter((index) => index >= start && index <= MOST_ITEMS)
  }
}

function countSame(chain: readonly Part[]): number {
  const rest = chain.slice(1)
  const end = rest.findIndex((part) => part.step?.kind !== 'same')
  return end < 0 ? rest.length : end
}

/** What must hold so that `then` is asked: its `if`. */
function conditions(forced: readonly Part[]): Part[] {
  return forced.flatMap((part, index) => {
    const condition = forced[index - 1]?.condition
    return condition?.then === part ? [condition.if] : []
  })
}

/** The member that makes a dependent schema apply. */
function triggerOf(part: Part, above: Part | undefined): string[] {
  return [...(above?.dependentSchemas ?? [])].filter(([, each]) => each === part).map(([name]) => name)
}

/** A context whose values have what the next part is asked of. */
function withForced(context: DrawContext, { step, parent }: Part): DrawContext {
  const names = context.names ?? []
  if (step?.kind === 'name') return { ...context, names: [...names, step.name] }
  if (step?.kind === 'index') return { ...context, items: step.index + 1 }
  if (step?.kind === 'items') return { ...context, items: (parent?.prefixItems.length ?? 0) + 1 }
  return { ...context, optional: 'all' }
}

function filledTo(value: readonly Json[], index: number, item: Json): readonly Json[] {
  return index < value.length ? value : [...value, ...Array.from({ length: index - value.length + 1 }, () => item)]
}
