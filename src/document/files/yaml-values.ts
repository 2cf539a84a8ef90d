import {
  CORE_SCHEMA,
  defineMappingTag,
  defineScalarTag,
  defineSequenceTag,
  floatCoreTag,
  intCoreTag,
  mapTag,
  mergeTag,
  NOT_RESOLVED,
  seqTag,
  strTag,
} from 'js-yaml'
import { smallestNumber } from '../../json.ts'

/** Parses an integer. Returns a bigint if a number would round it. */
const integer = defineScalarTag('tag:yaml.org,2002:int', {
  ...intCoreTag,
  resolve: (source, isExplicit, name) => {
    const value = intCoreTag.resolve(source, isExplicit, name)
    if (typeof value !== 'number' || Number.isSafeInteger(value)) return value
    const digits = BigInt(source.replace(/^[-+]/, ''))
    return smallestNumber(source.startsWith('-') ? -digits : digits)
  },
})

/**
 * Parses a number. Returns infinity if it is too large for a double, so that it is reported. js-yaml would return a
 * string.
 */
const float = defineScalarTag('tag:yaml.org,2002:float', {
  ...floatCoreTag,
  resolve: (source, isExplicit, name) => {
    const value = floatCoreTag.resolve(source, isExplicit, name)
    return value === NOT_RESOLVED && /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)[eE]\+?\d+$/.test(source) ? Number(source) : value
  },
})

// Without `finalize`, js-yaml accepts an alias inside its own anchor, which is reported later.
const { finalize: _list, ...list } = seqTag
const { finalize: _map, ...map } = mapTag

/** Parses an object. A null key (`~`, `null` or empty) becomes the empty key. */
const object = {
  ...map,
  addPair: (to: Record<string, unknown>, key: unknown, value: unknown) => mapTag.addPair(to, key ?? '', value),
  has: (of: Record<string, unknown>, key: unknown) => mapTag.has(of, key ?? ''),
}

/**
 * How YAML values are parsed: the core schema of YAML 1.2 with merge keys (`<<`). Other tags are ignored, as in other
 * OpenAPI tools.
 */
export const VALUES = CORE_SCHEMA.withTags(
  integer,
  float,
  mergeTag,
  defineMappingTag(mapTag.tagName, object),
  defineScalarTag('', { ...strTag, matchByTagPrefix: true }),
  defineSequenceTag('', { ...list, matchByTagPrefix: true }),
  defineMappingTag('', { ...object, matchByTagPrefix: true }),
)
