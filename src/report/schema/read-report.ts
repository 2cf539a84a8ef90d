import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import { ContractError } from '../../errors.ts'
import { isObject } from '../../json.ts'
import { reportSchema } from './report-schema.ts'
import type { Report } from '../report.ts'

const AGAIN = 'run the gate again with this version and pass the report that it writes'

/** The changes of names in version 2 of the report. This text is a part of the error for a report of version 1. */
const RENAMED =
  'version 2 renamed the verdicts `holds` and `broken` to `passed` and `failed`, and the `root` of a finding to `cause`'

/**
 * Parses a report and checks it. Throws `report-unreadable` if the text is incomplete, has another version, or does not
 * match the report schema.
 */
export function readReport(text: string, file: string): Report {
  const value = parse(text, file)
  if (!isObject(value) || value['schemaVersion'] === undefined) {
    throw unreadable(file, 'the file is JSON, but not a contract report: it has no schemaVersion', AGAIN)
  }
  if (value['schemaVersion'] === 1) {
    throw unreadable(file, `the report has schemaVersion 1, but this tool reads 2: ${RENAMED}`, AGAIN)
  }
  if (value['schemaVersion'] !== 2) {
    const version = JSON.stringify(value['schemaVersion']).slice(0, 40)
    throw unreadable(
      file,
      `the report has schemaVersion ${version}, but this tool reads 2`,
      'use the version of contract-gate that wrote it',
    )
  }
  isReport ??= new Ajv2020({ allowUnionTypes: true }).compile<Report>(reportSchema)
  if (isReport(value)) {
    // The causes are removed, because they can be computed from the findings again.
    const { causes: _causes, ...report } = value
    return report
  }
  throw unreadable(file, `the report does not match report.schema.json: ${describe(isReport.errors?.[0])}`, AGAIN)
}

/** The compiled check. It is compiled only once, because compiling takes longer than checking a report. */
let isReport: ValidateFunction<Report> | undefined

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw unreadable(
      file,
      text.trim() === '' ? 'the file is empty' : 'the file is not complete JSON; it may be cut off',
      AGAIN,
    )
  }
}

function describe(error: ErrorObject | null | undefined): string {
  return `${error?.instancePath === '' ? 'the report' : (error?.instancePath ?? 'it')} ${error?.message ?? 'is not valid'}`
}

function unreadable(where: string, what: string, next: string): ContractError {
  return new ContractError('report-unreadable', { what, where, next })
}
