import type { Document } from '../document/document.ts'
import type { Int64Form } from './int64.ts'

/** A generated file. Its `path` is relative to the folder of generated code. */
export interface GeneratedFile {
  readonly path: string
  readonly text: string
}

/** A document, and the name of its folder. */
export interface Api {
  readonly name: string
  readonly document: Document
  /**
   * The modules that the code imports: the sources of this repository (default), the installed package, or copies that are
   * generated beside it.
   */
  readonly layout?: 'repository' | 'package' | 'standalone'
  /** Only for the layout `package`: the package, or the entry of a package, that the code imports as its run time. */
  readonly runtime?: string
  /** The form of integers of 64 bits. Default: `number`, which is exact up to 2^53. */
  readonly int64?: Int64Form
  /** False to leave out the handlers, which import MSW. Default: true. */
  readonly handlers?: boolean
}

/** True if middleware is generated. openapi-fetch reads integers of 64 bits as numbers, so it is not for other forms. */
export function hasMiddleware({ int64 = 'number' }: Api): boolean {
  return int64 === 'number'
}

/** The first line of every generated file. */
export function headerFor(api: Api): string {
  return `// Generated from specs/${api.name}/openapi.yaml by \`npm run generate\`. Do not edit.\n`
}
