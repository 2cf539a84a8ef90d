import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { ValidateFunction } from 'ajv/dist/2020.js'
import type { Json } from '../../json.ts'
import { listFormFaults, type FormFault } from '../form-faults.ts'
import { packageFile } from './package-file.ts'

/** A cache of compiled schemas, because compiling a schema is slow. */
const compiled = new Map<string, ValidateFunction>()

/**
 * Validates a value against a JSON Schema in this package, such as `specs/neighbours.schema.json`, and returns the
 * faults.
 */
export function listFaultsAgainst(file: string, value: Json): FormFault[] {
  const validate = compiled.get(file) ?? compile(file)
  compiled.set(file, validate)
  return listFormFaults(validate, value)
}

function compile(file: string): ValidateFunction {
  const schema = JSON.parse(readFileSync(packageFile(file), 'utf8')) as object
  // The schema is not validated here, because this takes as long as compiling it. A test validates all schemas of the
  // package.
  return new Ajv2020({ strict: false, allErrors: true, validateSchema: false }).compile(schema)
}
