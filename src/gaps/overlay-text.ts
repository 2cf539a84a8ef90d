import { stringify } from 'yaml'
import { isArray, stringifyJson, type Json, type JsonObject } from '../json.ts'
import type { Closing } from './gap.ts'

/** Returns overlay actions as a YAML list, for use below the key `actions`. The actions make all given changes. */
export function actionsText(closings: readonly Closing[]): string {
  return stringify(actionsOf(closings), { lineWidth: 0, aliasDuplicateObjects: false })
}

/** Returns the text of an OpenAPI Overlay 1.1 that makes all changes. */
export function gapsOverlayText(title: string, closings: readonly Closing[]): string {
  const overlay = { overlay: '1.1.0', info: { title, version: '1.0.0' }, actions: actionsOf(closings) }
  return stringify(overlay, { lineWidth: 0, aliasDuplicateObjects: false })
}

/**
 * Returns one action per place in the document, because the actions of an overlay must be unique. Overlay 1.1.0 §4.4.
 */
function actionsOf(closings: readonly Closing[]): { readonly target: string; readonly update: JsonObject }[] {
  const places = new Map<string, JsonObject>()
  for (const { target, update } of closings) places.set(target, merged(places.get(target) ?? {}, update))
  return [...places].map(([target, update]) => ({ target, update }))
}

function merged(one: JsonObject, other: JsonObject): JsonObject {
  const all: Record<string, Json> = { ...one }
  for (const [name, value] of Object.entries(other)) {
    const known = all[name]
    all[name] = isArray(known) && isArray(value) ? distinct([...known, ...value]) : value
  }
  return all
}

function distinct(items: readonly Json[]): Json[] {
  return [...new Map(items.map((item) => [stringifyJson(item), item])).values()]
}
