import { _, Name, stringify, type CodeKeywordDefinition, type KeywordCxt } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { resolveRef, SchemaEnv } from 'ajv/dist/compile/index.js'
import standaloneCode from 'ajv/dist/standalone/index.js'
import { callRef, getValidate } from 'ajv/dist/vocabularies/core/ref.js'
import { ContractError } from '../../errors.ts'
import { isArray, isObject, type Json, type JsonObject } from '../../json.ts'
import { addFormats, formatNamed } from '../../schemas/formats.ts'
import { compilePatternOrThrow, longestCheckedText } from '../../schemas/compile-pattern.ts'
import { INT64, USE, type CompilableSchema } from '../prepare/compilable-schemas.ts'
import { isInt64As } from '../parts/int64.ts'
import { under } from '../parts/mismatch.ts'

/** The names of the variables in which Ajv keeps the number of errors and the list of errors. */
const [ERRORS, FOUND] = [new Name('errors'), new Name('vErrors')]

const PARTS: Readonly<Record<string, string>> = {
  'ajv/dist/runtime/ucs2length': '_lengthOf',
  'ajv/dist/runtime/equal': '_areEqual',
}

/** Compiles patterns with the flags that the gate uses. With the flag `u` alone, `[\w\-\_]` would be invalid. */
const regExp = Object.assign((source: string) => compilePatternOrThrow(source), { code: 'new RegExp' })

/**
 * Implements the keyword `use`, which replaces `$ref`. Calls the compiled schema of the target, and adds the path of
 * the reference to the paths of its errors. Clause ids contain this path, but Ajv leaves it out for `$ref`.
 */
const useKeyword: CodeKeywordDefinition = {
  keyword: USE,
  schemaType: 'number',
  code(context: KeywordCxt): void {
    const { gen, it } = context
    const target = resolveRef.call(it.self, it.schemaEnv.root, it.baseId, keyOf(context.schema as number))
    // If the target is a boolean schema, Ajv replaces the reference by the boolean.
    if ((target as unknown) === true) return
    if ((target as unknown) === false) return context.fail()
    if (!(target instanceof SchemaEnv)) throw new Error(`schema ${String(context.schema)} was not added`)
    const before = gen.const('_before', ERRORS)
    callRef(context, getValidate(context, target), target)
    const set = gen.scopeValue('func', { key: 'under', ref: under, code: _`_under` })
    gen.if(_`${ERRORS} > ${before}`, () => gen.code(_`${set}(${FOUND}, ${before}, ${it.errSchemaPath})`))
  },
}

/** Implements the keyword `int64`, which checks a 64-bit integer in the form of a bigint or a string of digits. */
const int64Keyword: CodeKeywordDefinition = {
  keyword: INT64,
  schemaType: 'object',
  error: { message: '', params: ({ schema }) => _`{form: ${String((schema as JsonObject)['form'])}}` },
  code(context: KeywordCxt): void {
    const check = context.gen.scopeValue('func', { key: INT64, ref: isInt64As, code: _`_isInt64As` })
    context.fail(_`!${check}(${context.data}, ${stringify(context.schema as JsonObject)})`)
  },
}

/**
 * Returns the code that Ajv generates for a list of schemas: the functions `validate_0`, `validate_1`, and so on. The
 * code calls functions such as `_lengthOf`, which must be in its scope. Throws `schema-not-compilable` with the
 * location that `where` returns.
 */
export function compileValidators(schemas: readonly CompilableSchema[], where: (index: number) => string): string {
  const ajv = new Ajv2020({
    // Accepts schemas that are unusual but valid, because the command `validate` reports them.
    strict: false,
    strictNumbers: true,
    allErrors: true,
    messages: false,
    inlineRefs: false,
    logger: false,
    multipleOfPrecision: 9,
    ownProperties: true,
    code: { source: true, esm: true, lines: true, formats: _`formats`, regExp },
  })
  // Ajv2020 always sets the option `unevaluated`, which prevents bundlers from removing unused validators. Here the
  // option is set only if a schema contains a keyword such as `unevaluatedProperties`.
  ajv.opts.unevaluated = JSON.stringify(schemas).includes('"unevaluated')
  addFormats(ajv)
  ajv.addKeyword(useKeyword)
  ajv.addKeyword(int64Keyword)
  // Ajv compiles equal boolean schemas to one function, but prints it once for each schema. Therefore only the first of
  // these schemas is exported.
  const first = schemas.map((schema, index) => (typeof schema === 'boolean' ? schemas.indexOf(schema) : index))
  const exported = Object.fromEntries([...new Set(first)].map((index) => [`validate_${index}`, keyOf(index)]))
  const aliases = first.flatMap((same, index) => (same === index ? [] : [`const validate_${index} = validate_${same}`]))
  let at = 0
  try {
    for (; at < schemas.length; at += 1) ajv.addSchema(schemas[at] ?? true, keyOf(at))
    const code = shortened(withoutRequires(standaloneCode.default(ajv, exported))).replaceAll(
      /^export const/gm,
      'const',
    )
    return [code, ...aliases].join('\n')
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error)
    throw new ContractError('schema-not-compilable', {
      what,
      where: where(at),
      next: 'run `contract-gate validate` to see the place',
    })
  }
}

function keyOf(index: number): string {
  return `schema:${index}`
}

/** Matches the code with which Ajv adds an error to its list. A validator consists mostly of such code. */
const ADDED_ERROR = new RegExp(
  String.raw`const (err\d+) = \{instancePath(?::(.*))?,schemaPath:(.*),keyword:("[^"]+"),params:(\{.*\})\};\n` +
    String.raw`if\(vErrors === null\)\{\nvErrors = \[\1\];\n\}\nelse \{\nvErrors\.push\(\1\);\n\}`,
  'g',
)

/**
 * Shortens the code of validators. The short code adds errors by a function call, and has no unused arguments. It
 * contains `enum` values instead of a reference to the schema, so that bundlers can remove the schema.
 */
function shortened(code: string): string {
  const schemas = new Map(
    [...code.matchAll(/^const (schema\d+) = (.*);$/gm)].map(([, name, json]) => [
      name ?? '',
      JSON.parse(json ?? 'null') as Json,
    ]),
  )
  const bare = code
    .replaceAll(', parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}', '}={}')
    .replaceAll(/,parentData(?::\w+)?,parentDataProperty(?::.+?)?,rootData,dynamicAnchors\}/g, '}')
  return (/\b(?:parentData|rootData|dynamicAnchors)\b/.test(bare) ? code : bare)
    .replace(
      ADDED_ERROR,
      (_whole, _name, path: string | undefined, schemaPath: string, keyword: string, params: string) => {
        const place = (path ?? 'instancePath') === 'instancePath' ? 'instancePath' : path
        return `vErrors = _withError(vErrors, ${place}, ${schemaPath}, ${keyword}, ${params});`
      },
    )
    .replace(/\ballowedValues: (schema\d+)(\S*?)\}\);$/gm, (whole, name: string, accessors: string) => {
      const values = valueAt(schemas.get(name), accessors)
      return values === undefined ? whole : `allowedValues: ${JSON.stringify(values)}});`
    })
}

/** Returns the value that accessors such as `.properties["a b"][0]` select. */
function valueAt(schema: Json | undefined, accessors: string): Json | undefined {
  let value = schema
  for (const [, plain, quoted] of accessors.matchAll(/\.([A-Za-z_$][\w$]*)|\[("(?:[^"\\]|\\.)*"|\d+)\]/g)) {
    const key = plain ?? String(JSON.parse(quoted ?? '""'))
    if (isArray(value)) value = value[Number(key)]
    else value = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
  }
  return value
}

/** Replaces calls of `require` by variables. Marks function calls as pure, so that bundlers can remove unused code. */
function withoutRequires(code: string): string {
  return code
    .replace(/^"use strict";\n?/, '')
    .replace(/require\("([^"]+)"\)(?:\.default)?/g, (whole, module: string) => {
      const part = PARTS[module]
      if (part === undefined) throw new Error(`validators need ${whole}, which is not bundled`)
      return part
    })
    .replace(/\bformats(?:\.([A-Za-z]\w*)|\["([^"]+)"\])/g, (_whole, plain?: string, quoted?: string) =>
      formatCode(plain ?? quoted ?? ''),
    )
    .replace(/= new RegExp\(("(?:[^"\\]|\\.)*"), "u"\)/g, (_whole, source: string) => {
      const pattern = JSON.parse(source) as string
      const { flags } = regExp(pattern)
      const longest = longestCheckedText(pattern)
      const code = `new RegExp(${source}${flags === '' ? '' : `, "${flags}"`})`
      return `= /* @__PURE__ */ ${longest === Infinity ? code : `_bounded(${code}, ${longest})`}`
    })
}

function formatCode(name: string): string {
  const format = formatNamed(name)
  if (typeof format?.check === 'function') {
    return format.appliesTo === 'string' ? `_${format.check.name}` : `{ validate: _${format.check.name} }`
  }
  throw new Error(`format ${name} has no code`)
}
