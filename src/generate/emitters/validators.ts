import { withDoubles, type Json } from '../../json.ts'
import { printLocation } from '../../document/location.ts'
import type { Checks } from '../checks.ts'
import { headerFor, type Api, type GeneratedFile } from '../generated-file.ts'
import type { NamedSchema } from '../named-schemas.ts'
import { bundle } from './bundle.ts'
import { compileValidators } from './compile-validators.ts'

/**
 * Generates validators without dependencies. Each named schema gets the functions `is…`, `assert…` and `check…`. Each
 * other body, set of parameters and set of headers gets `check…`. Each `enum` gets a list of its values. Bundlers can
 * drop each of these exports if it is unused.
 */
export async function emitValidators(
  api: Api,
  named: readonly NamedSchema[],
  checks: Checks,
): Promise<GeneratedFile[]> {
  const compiled = compileValidators(checks.schemas, (index) => {
    const address = checks.addressOf(index)
    return address === undefined ? api.document.file : printLocation(api.document.locate(address))
  })
  const indexes = new Map(checks.all.map(({ name, index }) => [name, index]))
  const bundled = (api.layout ?? 'repository') === 'repository'
  // Type annotations are written only into a TypeScript file. A bundle is JavaScript and has a separate file with
  // declarations.
  const typed = (type: string): string => (bundled ? '' : `: ${type}`)
  const value = `value${typed('unknown')}`
  const functions = [
    ...checks.all.map(
      ({ name, index }) =>
        `export function check${name}(${value})${typed('Mismatch[]')} { return mismatchesOf(validate_${index}, value) }`,
    ),
    ...named.flatMap(({ name }) => [
      `export function is${name}(${value})${typed(`value is ${name}`)} { return validate_${indexes.get(name)}(value) }`,
      `export function assert${name}(${value})${typed(`asserts value is ${name}`)} { assertOf(${JSON.stringify(name)}, validate_${indexes.get(name)}, value) }`,
    ]),
    ...named.flatMap(({ members }) =>
      members === undefined
        ? []
        : [
            `export const ${members.list}${typed(`readonly ${list(members.values)}`)} = /* @__PURE__ */ Object.freeze(${list(members.values)})`,
          ],
    ),
  ]
  if (!bundled) return [typeScript(api, named, [compiled, ...functions])]
  const text = [
    `import { ${PARTS.join(', ')} } from 'validator-parts'`,
    `import { ${FORMATS.join(', ')} } from 'validator-formats'`,
    `export { InvalidValue } from 'validator-parts'`,
    compiled,
    ...functions,
  ]
  return [
    { path: `${api.name}/validators.js`, text: `${headerFor(api)}${await bundle(text.join('\n'))}` },
    { path: `${api.name}/validators.d.ts`, text: headerFor(api) + declarations(named, checks) },
  ]
}

const PARTS = 'areEqual assertOf bounded lengthOf mismatchesOf under'.split(' ')
// A document may have a schema `DateTime`, whose validator is called `isDateTime`, so the imports get other names.
const FORMATS = 'isByte isDate isDateTime isInt32 isInt64 isRegex isTime isUri isUuid'
  .split(' ')
  .map((name) => `${name} as ${name}_`)

/**
 * Returns the validators as one TypeScript file, for a project that compiles the generated code. Ajv's code has no
 * types, so the compiler does not check the file.
 */
function typeScript(api: Api, named: readonly NamedSchema[], lines: readonly string[]): GeneratedFile {
  const code = lines.join('\n')
  const used = (names: readonly string[]): string[] =>
    names.filter((name) => new RegExp(`\\b${name.replace(/^.* as /, '')}\\b`).test(code))
  const parts = [...used(PARTS), 'type Mismatch'].join(', ')
  const formats = used(FORMATS).join(', ')
  const text = [
    '// @ts-nocheck: the types of the exported functions are declared, and Ajv writes the code of the others.',
    `import { ${parts} } from 'validator-parts'`,
    ...(formats === '' ? [] : [`import { ${formats} } from 'validator-formats'`]),
    ...(named.length === 0 ? [] : [`import type { ${named.map(({ name }) => name).join(', ')} } from './types.ts'`]),
    `export { InvalidValue, type Mismatch } from 'validator-parts'`,
    code,
    '',
  ]
  return { path: `${api.name}/validators.ts`, text: headerFor(api) + text.join('\n') }
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
/** A violated keyword and its place in a value. It does not contain the value. */
export interface Mismatch {
  /** JSON Pointer of the keyword, with each \`$ref\` replaced by its target: \`/properties/status/enum\`, \`/required/id\`. */
  readonly keyword: string
  /** JSON Pointer of the place in the value. For a missing property: the place where it should be. */
  readonly at: string
  /** The value that the keyword requires, in words: \`one of "home", "practitioner"\`. */
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
