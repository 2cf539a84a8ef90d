import type { OutputUnit, validate as validateWithHyperjump } from '@hyperjump/json-schema'
import { valueAt } from '../../document/json-pointer.ts'
import { ContractError } from '../../errors.ts'
import { asText, isArray, isObject, stringifyJson, withDoubles, type Json } from '../../json.ts'
import { loadPackage } from './load-package.ts'

/** A keyword of the meta-schema that a document breaks. */
export interface MetaSchemaFault {
  /** JSON Pointer into the document. */
  readonly at: string
  readonly message: string
}

const DRAFTS = ['draft-2020-12', 'draft-2019-09', 'draft-07', 'draft-06', 'draft-04']

/** The official meta-schema of a document by its version and dialect. OpenAPI 3.1.1 §4.8.1, appendix A. */
export function metaSchemaOf(root: Json): string {
  const { openapi, jsonSchemaDialect } = isObject(root) ? root : {}
  if (asText(openapi).startsWith('3.0')) return 'https://spec.openapis.org/oas/3.0/schema'
  if (jsonSchemaDialect === undefined || asText(jsonSchemaDialect).startsWith('https://spec.openapis.org/oas/3.1/'))
    return 'https://spec.openapis.org/oas/3.1/schema-base'
  const draft = DRAFTS.find((each) => asText(jsonSchemaDialect).includes(each.replace('draft-20', 'draft/20')))
  return `https://spec.openapis.org/oas/3.1/schema${draft === undefined ? '' : `-${draft}`}`
}

/** What of a document breaks its official meta-schema. Only the innermost faults: those that one can mend. */
export async function breaksMetaSchema(root: Json): Promise<MetaSchemaFault[]> {
  const schema = metaSchemaOf(root)
  const { validate, valueOf } = await loadHyperjump(schema)
  const judge = await validate(schema)
  const output = withinTheStack(() => judge(withDoubles(root) as never, 'DETAILED'))
  if (output.valid) return []
  const leaves = withoutEchoes((output.errors ?? []).flatMap(leavesOf))
  const faults = await Promise.all(
    leaves.map(async (leaf): Promise<MetaSchemaFault> => {
      const at = pointerOf(leaf)
      const asked = await valueOf(leaf.absoluteKeywordLocation)
      return { at, message: describe(nameOf(leaf), asked, valueAt(root, at), at) }
    }),
  )
  return [...new Map(faults.map((fault) => [stringifyJson(fault), fault])).values()]
}

/** What overflows the stack was not judged, and is neither valid nor invalid. */
function withinTheStack<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new ContractError('document-not-parsable', {
      what: 'it is nested too deeply to be compared with the schema of OpenAPI',
      next: 'give what is nested deepest a name under components, and reference it',
    })
  }
}

interface Hyperjump {
  readonly validate: typeof validateWithHyperjump
  /** The value of a keyword of the meta-schema; null where it is not at hand, for nothing is ever fetched. */
  readonly valueOf: (location: string) => Promise<Json>
}

async function loadHyperjump(schema: string): Promise<Hyperjump> {
  return loadPackage(
    async () => {
      const { validate, hasSchema } = await (schema.includes('/3.0/')
        ? import('@hyperjump/json-schema/openapi-3-0')
        : import('@hyperjump/json-schema/openapi-3-1'))
      const { getSchema } = await import('@hyperjump/json-schema/experimental')
      const { value } = await import('@hyperjump/browser')
      return {
        validate,
        async valueOf(location) {
          const [id = '', fragment = ''] = location.split('#')
          // The schema of 3.0 is registered by another name than the one it gives itself.
          const known = [id, schema].find(hasSchema)
          return known === undefined ? null : (value(await getSchema(`${known}#${fragment}`)) ?? null)
        },
      }
    },
    '@hyperjump/json-schema',
    '@hyperjump/browser',
  )
}

/** The innermost errors; of alternatives those of the one that was meant, or the alternatives themselves. */
function leavesOf(unit: OutputUnit): OutputUnit[] {
  const name = nameOf(unit)
  if (unit.errors === undefined || unit.errors.length === 0 || name === 'not' || name === 'propertyNames') return [unit]
  if (name !== 'anyOf' && name !== 'oneOf') return unit.errors.flatMap(leavesOf)
  const branches = [...groupBySchema(unit.errors).values()].map((errors) => errors.flatMap(leavesOf))
  const meant = branches.filter((leaves) => !leaves.some((leaf) => isOtherKind(leaf, unit)))
  const candidates = meant.length === 0 ? branches : meant
  const [only] = candidates
  if (only !== undefined && candidates.length === 1) return only
  const deep = candidates.filter((leaves) => leaves.every((leaf) => leaf.instanceLocation !== unit.instanceLocation))
  const [deepest] = deep.toSorted((one, other) => one.length - other.length)
  return deepest ?? [unit]
}

function groupBySchema(errors: readonly OutputUnit[]): Map<string, OutputUnit[]> {
  const groups = new Map<string, OutputUnit[]>()
  for (const error of errors) {
    const schema = error.absoluteKeywordLocation.slice(0, error.absoluteKeywordLocation.lastIndexOf('/'))
    groups.set(schema, [...(groups.get(schema) ?? []), error])
  }
  return groups
}

/** Whether an error says that a branch was not meant at all: no reference, another `in`, another `type`. */
function isOtherKind(leaf: OutputUnit, choice: OutputUnit): boolean {
  if (/\/(definitions|\$defs)\/(R|r)eference\/required$/.test(leaf.absoluteKeywordLocation)) return true
  const below = leaf.instanceLocation.slice(choice.instanceLocation.length)
  const isNear = !below.slice(1).includes('/')
  return isNear && (nameOf(leaf) === 'enum' || nameOf(leaf) === 'const' || (below === '' && nameOf(leaf) === 'type'))
}

/** Members of an object that only look unknown because something else in the object is wrong are left out. */
function withoutEchoes(leaves: readonly OutputUnit[]): OutputUnit[] {
  return leaves.filter((leaf) => {
    if (nameOf(leaf) !== 'unevaluatedProperties') return true
    const owner = leaf.instanceLocation.slice(0, leaf.instanceLocation.lastIndexOf('/'))
    const schema = leaf.absoluteKeywordLocation.slice(0, leaf.absoluteKeywordLocation.lastIndexOf('/'))
    return !leaves.some((other) => {
      if (nameOf(other) === 'unevaluatedProperties') return false
      const isOwn = nameOf(other) === 'required' && other.absoluteKeywordLocation === `${schema}/required`
      return !isOwn && (other.instanceLocation === owner || other.instanceLocation.startsWith(`${owner}/`))
    })
  })
}

function nameOf(unit: OutputUnit): string {
  return unit.absoluteKeywordLocation.slice(unit.absoluteKeywordLocation.lastIndexOf('/') + 1)
}

function pointerOf(unit: OutputUnit): string {
  return decodeURIComponent(unit.instanceLocation.replace(/^#/, ''))
}

function describe(keyword: string, asked: Json, value: Json | undefined, at: string): string {
  const last = at
    .slice(at.lastIndexOf('/') + 1)
    .replaceAll('~1', '/')
    .replaceAll('~0', '~')
  const subject = at === '' ? 'the document' : `\`${last}\``
  const text = stringifyJson(asked)
  switch (keyword) {
    case 'required': {
      const missing = isArray(asked) ? asked.filter((name) => !isObject(value) || !(asText(name) in value)) : []
      return `${subject} has no ${missing.map((name) => `\`${asText(name)}\``).join(' and no ')}`
    }
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return `${subject} is not a member that OpenAPI knows here`
    case 'type':
      return `${subject} is not ${isArray(asked) ? asked.map((each) => asText(each)).join(' or ') : asText(asked)}`
    case 'enum':
      return `${subject} is none of ${isArray(asked) ? asked.map((each) => stringifyJson(each)).join(', ') : text}`
    case 'const':
      return `${subject} is not ${text}`
    case 'pattern':
      return `${subject} does not match ${asText(asked)}`
    case 'format':
      return `${subject} is not a ${asText(asked)}`
    case 'propertyNames':
      return `a name in ${subject} is not allowed there`
    case 'oneOf':
    case 'anyOf': {
      const names = alternatives(asked)
      if (names.length === 0) break
      const present = names.filter((name) => isObject(value) && name in value)
      return `${subject} has ${present.length === 0 ? 'none' : 'more than one'} of ${names.map((name) => `\`${name}\``).join(', ')}`
    }
  }
  return `${subject} breaks \`${keyword}\` of the OpenAPI schema${text.length > 60 ? '' : `: ${text}`}`
}

/** The members of which alternatives ask for one each. */
function alternatives(asked: Json): string[] {
  if (!isArray(asked)) return []
  const names = asked.map((each) => {
    const required = isObject(each) && Object.keys(each).length === 1 ? each['required'] : undefined
    return isArray(required) && required.length === 1 ? asText(required[0]) : undefined
  })
  return names.every((name) => name !== undefined) ? names : []
}
