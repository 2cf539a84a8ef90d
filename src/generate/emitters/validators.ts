import { withDoubles, type Json } from '../../json.ts'
import { printLocation } from '../../document/location.ts'
import type { Checks } from '../checks.ts'
import { headerFor, type Api, type GeneratedFile } from '../generated-file.ts'
import type { NamedSchema } from '../prepare/named-schemas.ts'
import { packagedSource } from '../runtime-files.ts'
import { bundle } from './bundle.ts'
import { compileValidators } from './compile-validators.ts'

/**
 * Generates the validators, which need no package: `is…`, `assert…` and `check…` for each named schema, and `check…`
 * for each unnamed body, for each set of parameters and for each set of headers. Each `check…` is a Standard Schema.
 * Each `enum` gets a list of its values. Bundlers can remove every unused export.
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
  // Adds a type to the code only in TypeScript files. A bundle is JavaScript, and its types are in a separate file.
  const typed = (type: string): string => (bundled ? '' : `: ${type}`)
  const value = `value${typed('unknown')}`
  const functions = [
    ...checks.all.map(
      ({ name, index, type }) =>
        `export const check${name}${typed(`Check<${type}>`)} = /* @__PURE__ */ _checkOf(validate_${index})`,
    ),
    ...named.flatMap(({ name }) => [
      `export function is${name}(${value})${typed(`value is ${name}`)} { return validate_${indexes.get(name)}(value) }`,
      `export function assert${name}(${value})${typed(`asserts value is ${name}`)} { _assertOf(${JSON.stringify(name)}, validate_${indexes.get(name)}, value) }`,
    ]),
    ...named.flatMap(({ members }) =>
      members === undefined
        ? []
        : [
            `export const ${members.list}${typed(`readonly ${list(members.values)}`)} = /* @__PURE__ */ Object.freeze(${list(members.values)})`,
          ],
    ),
  ]
  if (!bundled) return [typeScript(api, imported(named, checks), [compiled, ...functions])]
  const text = [
    `import { ${imports(PARTS)} } from 'validator-parts'`,
    `import { ${imports(FORMATS)} } from 'validator-formats'`,
    `export { InvalidValue } from 'validator-parts'`,
    compiled,
    ...functions,
  ]
  return [
    { path: `${api.name}/validators.js`, text: `${headerFor(api)}${await bundle(text.join('\n'))}` },
    { path: `${api.name}/validators.d.ts`, text: headerFor(api) + declarations(named, checks) },
  ]
}

const PARTS = 'areEqual assertOf bounded checkOf isInt64As lengthOf under withError'.split(' ')
const FORMATS = 'isByte isDate isDateTime isInt32 isInt64 isRegex isTime isUri isUuid'.split(' ')

/**
 * Returns the names in an `import` statement, each in the form `name as _name`. The underscore is needed because a
 * schema of the document may have the same name.
 */
function imports(names: readonly string[]): string {
  return names.map((name) => `${name} as _${name}`).join(', ')
}

/**
 * Returns the validators as one TypeScript file. Projects compile this file together with their own code, but the
 * compiler does not check its types, because the code from Ajv has none.
 */
function typeScript(api: Api, types: readonly string[], lines: readonly string[]): GeneratedFile {
  const code = lines.join('\n')
  const used = (names: readonly string[]): string[] => names.filter((name) => new RegExp(`\\b_${name}\\b`).test(code))
  const parts = [imports(used(PARTS)), 'type Check'].filter((each) => each !== '').join(', ')
  const formats = imports(used(FORMATS))
  const text = [
    '// @ts-nocheck: the types of the exported functions are declared, and Ajv writes the code of the others.',
    `import { ${parts} } from 'validator-parts'`,
    ...(formats === '' ? [] : [`import { ${formats} } from 'validator-formats'`]),
    ...(types.length === 0 ? [] : [`import type { ${types.join(', ')} } from './types.ts'`]),
    `export { InvalidValue, type Check, type Mismatch } from 'validator-parts'`,
    code,
    '',
  ]
  return { path: `${api.name}/validators.ts`, text: headerFor(api) + text.join('\n') }
}

function declarations(named: readonly NamedSchema[], checks: Checks): string {
  const used = imported(named, checks)
  const imports = used.length === 0 ? '' : `import type { ${used.join(', ')} } from './types.js'\n`
  const types = named.map(
    ({ name }) => `
export declare function is${name}(value: unknown): value is ${name}
export declare function assert${name}(value: unknown): asserts value is ${name}
`,
  )
  const lists = named.flatMap(({ members }) =>
    members === undefined ? [] : [`\nexport declare const ${members.list}: readonly ${list(members.values)}\n`],
  )
  const functions = checks.all.map(({ name, type }) => `\nexport declare const check${name}: Check<${type}>\n`)
  return `${imports}${partDeclarations()}${types.join('')}${lists.join('')}${functions.join('')}`
}

/** Lists the types that the validators import. */
function imported(named: readonly NamedSchema[], checks: Checks): string[] {
  const names = named.map(({ name }) => name)
  return checks.all.some(({ type }) => type.includes('paths[')) ? [...names, 'paths'] : names
}

/** Returns the type declarations of the names that `parts/mismatch.ts` exports to users. */
function partDeclarations(): string {
  const blocks = packagedSource('generate/parts/mismatch').matchAll(
    /\/\*\*(?:(?!\*\/)[\s\S])*\*\/\nexport (?:interface (?:Mismatch|Check|Issue)|class InvalidValue)\b[\s\S]*?\n\}\n/g,
  )
  return [...blocks].map(([block]) => `\n${declared(block)}`).join('')
}

/** Removes the code of a class and keeps its type declarations. */
function declared(block: string): string {
  return block
    .replace('export class', 'export declare class')
    .replace(/(?<=readonly name) = (.*)/, ': $1')
    .replace(/\n\n {2}constructor[\s\S]*/, '\n}\n')
}

function list(values: readonly Json[]): string {
  return `[${values.map((value) => JSON.stringify(withDoubles(value))).join(', ')}]`
}
