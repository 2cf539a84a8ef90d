import type { Json } from '../../json.ts'
import type { DrawnType } from '../draw/constraints.ts'
import type { Keyword } from '../schema.ts'

/** Where a keyword is to be broken: what stands there and keeps the schema, and what may be drawn for it. */
export interface Place {
  readonly keyword: Keyword
  readonly value: Json
  /** Types that other values of this place may have. */
  readonly types: readonly DrawnType[]
  /** Names that the schemas of the place know. */
  readonly names: readonly string[]
  /** Values that ask `asks` besides all that stands here but the keyword; objects of them have the members `having`. */
  readonly draw: (asks: Readonly<Record<string, Json>>, having?: readonly string[]) => Iterable<Json>
  /** Of a choice: values that keep all of these branches besides all that stands here. */
  readonly drawBranches: (branches: readonly number[]) => Iterable<Json>
  /** Of `not`, `contains`: values that keep the subschema, and whether one does. */
  readonly drawSubschema: () => Iterable<Json>
  readonly keepsSubschema: (value: Json) => boolean
}

/** One way to break a keyword. The first of `values` that breaks nothing else is taken. */
export interface Try {
  readonly name: string
  /** Whether a plan has to send it; others are dropped first when there are too many. */
  readonly needed: boolean
  readonly values: Iterable<Json>
}

export type Breaks = (place: Place) => readonly Try[]

export function needed(name: string, values: Iterable<Json>): Try {
  return { name, needed: true, values }
}

export function optional(name: string, values: Iterable<Json>): Try {
  return { name, needed: false, values }
}
