import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { listFormFaults, type FormFault } from '../../document/form-faults.ts'
import { packageFile } from '../../document/files/package-file.ts'
import type { Json } from '../../json.ts'

/** The names of all annotations, such as `x-source`. */
export const ANNOTATIONS: readonly string[] = [
  'x-source',
  'x-unreachable',
  'x-states',
  'x-scenarios',
  'x-refusals',
  'x-transitions',
  'x-server-data',
  'x-update',
  'x-follows',
  'x-volatile',
  'x-reads-back',
  'x-invariants',
]

/** Checks the value of an annotation against `specs/annotations.schema.json`. */
export function judgeAnnotation(name: string, value: Json): FormFault[] {
  compiled ??= compile()
  const validate = compiled.getSchema(`annotations#/$defs/${name}`)
  return validate === undefined ? [] : listFormFaults(validate, value)
}

// The compiled schema. It is compiled only once, because compiling takes longer than all checks of a document.
let compiled: Ajv2020 | undefined

function compile(): Ajv2020 {
  // These options make compiling fast. `validateSchema`: the schemas are not checked here, because a test checks them.
  // `optimize`: the generated code is not optimized. `validateFormats`: formats are not checked. They occur only in the
  // meta-schema of JSON Schema, and Ajv would print a warning for each of them. The schema of an annotation is compiled
  // only if the annotation occurs.
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    allowUnionTypes: true,
    validateSchema: false,
    validateFormats: false,
    inlineRefs: false,
    code: { optimize: false },
  })
  const { $defs } = JSON.parse(readFileSync(packageFile('specs/annotations.schema.json'), 'utf8')) as { $defs: object }
  return ajv.addSchema({ $defs }, 'annotations')
}
