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

/** Reads an integer with all its digits. An integer that a number would round becomes a bigint. */
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
 * A number. A number that is too large for a double becomes infinite, so that it is reported. js-yaml itself would make
 * it a string.
 */
const float = defineScalarTag('tag:yaml.org,2002:float', {
  ...floatCoreTag,
  resolve: (source, isExplicit, name) => {
    const value = floatCoreTag.resolve(source, isExplicit, name)
    return value === NOT_RESOLVED && /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)[eE]\+?\d+$/.test(source) ? Number(source) : value
  },
})

// Without `finalize`, js-yaml accepts an alias inside its own anchor. Such an alias is reported later.
const { finalize: _list, ...list } = seqTag
const { finalize: _map, ...map } = mapTag

/** An object. The key null (written as `~`, as `null` or not at all) becomes the empty key. */
const object = {
  ...map,
  addPair: (to: Record<string, unknown>, key: unknown, value: unknown) => mapTag.addPair(to, key ?? '', value),
  has: (of: Record<string, unknown>, key: unknown) => mapTag.has(of, key ?? ''),
}

/**
 * The values of a YAML file: the core schema of YAML 1.2, with merge keys (`<<`). Other tags are ignored, as other
 * OpenAPI tools do.
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
