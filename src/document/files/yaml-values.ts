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

/** Parses an integer. Returns a bigint if a JavaScript number could not express the integer exactly. */
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
 * Parses a number. Returns infinity for a number that is too large for a double, for which js-yaml would return a
 * string. A later check reports the infinity.
 */
const float = defineScalarTag('tag:yaml.org,2002:float', {
  ...floatCoreTag,
  resolve: (source, isExplicit, name) => {
    const value = floatCoreTag.resolve(source, isExplicit, name)
    return value === NOT_RESOLVED && /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)[eE]\+?\d+$/.test(source) ? Number(source) : value
  },
})

// Without `finalize`, js-yaml accepts an alias inside the value that the alias refers to. A later check reports such an
// alias.
const { finalize: _list, ...list } = seqTag
const { finalize: _map, ...map } = mapTag

/** Parses an object. A null key (`~`, `null` or empty) becomes the empty key. */
const object = {
  ...map,
  addPair: (to: Record<string, unknown>, key: unknown, value: unknown) => mapTag.addPair(to, key ?? '', value),
  has: (of: Record<string, unknown>, key: unknown) => mapTag.has(of, key ?? ''),
}

/**
 * The types of YAML values: the core schema of YAML 1.2 and merge keys (`<<`). Other tags are ignored, as in other
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
