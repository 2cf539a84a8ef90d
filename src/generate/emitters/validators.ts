import { withDoubles, type Json } from '../../json.ts'
import type { Checks } from '../checks.ts'
import { headerFor, type Api, type GeneratedFile } from '../generated-file.ts'
import type { NamedSchema } from '../named-schemas.ts'
import { bundle } from './bundle.ts'
import { compileValidators } from './compile-validators.ts'

/**
 * Generates validators without dependencies: `is…`, `assert…` and `check…` for each named schema; `check…` for each
 * other body, set of parameters and set of headers; and a list of the values of each `enum`. Bundlers can drop each of
 * these exports if it is unused.
 */
export async function emitValidators(
  api: Api,
  named: readonly NamedSchema[],
  checks: Checks,
): Promise<GeneratedFile[]> {
  const compiled = compileValidators(checks.schemas, api.document.file)
  const indexes = new Map(checks.all.map(({ name, index }) => [name, index]))
  const functions = [
    ...checks.all.map(
      ({ name, index }) => `export function check${name}(value) { return mismatchesOf(validate_${index}, value) }`,
    ),
    ...named.flatMap(({ name }) => [
      `export function is${name}(value) { return validate_${indexes.get(name)}(value) }`,
      `export function assert${name}(value) { assertOf(${JSON.stringify(name)}, validate_${indexes.get(name)}, value) }`,
    ]),
    ...named.flatMap(({ members }) =>
      members === undefined
        ? []
        : [`export const ${members.list} = /* @__PURE__ */ Object.freeze(${list(members.values)})`],
    ),
  ]
  const text = [
    `import { areEqual, assertOf, lengthOf, mismatchesOf, under } from 'validator-parts'`,
    `import { isByte, isDate, isDateTime, isInt32, isInt64, isRegex, isTime, isUri, isUuid } from 'validator-formats'`,
    `export { InvalidValue } from 'validator-parts'`,
    compiled,
    ...functions,
  ]
  return [
    { path: `${api.name}/validators.js`, text: `${headerFor(api)}${await bundle(text.join('\n'))}` },
    { path: `${api.name}/validators.d.ts`, text: headerFor(api) + declarations(named, checks) },
  ]
}

function declarations(named: readonly NamedSchema[], checks: Checks): string {
  const imports =
    named.length === 0 ? '' : `import type { ${named.map(({ name }) => name).join(', ')} } from './types.js'\n`
  const types = named.map(
    ({ name }) => `
export declare function is${name}(value: unknown): value is ${name}
export declare function assert${name}(value: unknown): asserts value is ${name}
`,
  )
  const lists = named.flatMap(({ members }) =>
    members === undefined ? [] : [`\nexport declare const ${members.list}: readonly ${list(members.values)}\n`],
  )
  const functions = checks.all.map(({ name }) => `\nexport declare function check${name}(value: unknown): Mismatch[]\n`)
  return `${imports}${MISMATCH}${types.join('')}${lists.join('')}${functions.join('')}`
}

/** The declarations in `parts/mismatch.ts` that consumers see. */
const MISMATCH = `
/** A violated keyword of a schema at one place of a value, without the value. */
export interface Mismatch {
  /** Pointer of the keyword by its use: \`/properties/status/enum\`, \`/required/id\`. */
  readonly keyword: string
  /** JSON Pointer into the value; for a missing property, its would-be place. */
  readonly at: string
  /** The expectation of the keyword in words. */
  readonly expected: string
}

/** Thrown by \`assert…\` if the value does not match the schema. */
export declare class InvalidValue extends Error {
  override readonly name: 'InvalidValue'
  readonly schema: string
  readonly mismatch: Mismatch
}
`

function list(values: readonly Json[]): string {
  return `[${values.map((value) => JSON.stringify(withDoubles(value))).join(', ')}]`
}
