import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
import { ContractError } from '../errors.ts'
import { isObject } from '../json.ts'
import { reportSchema } from './report-schema.ts'
import type { Report } from './report.ts'

const AGAIN = 'run the gate again with this version of the tool and give the report that it writes'

/** A report from its JSON text. Throws `report-unreadable` when it is truncated, of another version or not by the schema. */
export function readReport(text: string, file: string): Report {
  const value = parse(text, file)
  if (!isObject(value) || value['schemaVersion'] === undefined) {
    throw unreadable(file, 'it is JSON, but no contract report: it has no schemaVersion', AGAIN)
  }
  if (value['schemaVersion'] !== 2) {
    const version = JSON.stringify(value['schemaVersion']).slice(0, 40)
    throw unreadable(
      file,
      `its schemaVersion is ${version}, and this tool reads 2`,
      'read it with the tool that wrote it',
    )
  }
  const ajv = new Ajv2020({ allowUnionTypes: true })
  const isReport = ajv.compile<Report>(reportSchema)
  if (isReport(value)) return value
  throw unreadable(file, `it breaks report.schema.json at ${describe(isReport.errors?.[0])}`, AGAIN)
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    const what =
      text.trim() === '' ? 'it is empty' : 'it is not whole JSON; it may have been cut off while it was written'
    throw unreadable(file, what, AGAIN)
  }
}

function describe(error: ErrorObject | null | undefined): string {
  if (error === null || error === undefined) return 'an unknown place'
  return `${error.instancePath === '' ? 'the top' : error.instancePath}: it ${error.message ?? 'is not valid'}`
}

function unreadable(where: string, what: string, next: string): ContractError {
  return new ContractError('report-unreadable', { what, where, next })
}
