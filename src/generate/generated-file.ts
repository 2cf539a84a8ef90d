import type { Document } from '../document/document.ts'
import type { Int64Form } from './int64.ts'

/** A generated file. Its `path` is relative to the folder of generated code. */
export interface GeneratedFile {
  readonly path: string
  readonly text: string
}

/** A document, the name of its folder, and the options of its generated code. */
export interface Api {
  readonly name: string
  readonly document: Document
  /**
   * The place from which generated code imports its runtime: this repository (default), the installed package, or
   * copied files in the same folder as the code.
   */
  readonly layout?: 'repository' | 'package' | 'standalone'
  /**
   * Only for the layout `package`: the name from which the runtime is imported. This is a package or one of its
   * entries.
   */
  readonly runtime?: string
  /** The TypeScript form of 64-bit integers. Default: `number`, which is exact only up to 2^53. */
  readonly int64?: Int64Form
  /** False to leave out the handlers, which import MSW. Default: true. */
  readonly handlers?: boolean
}

/**
 * True if openapi-fetch middleware is generated. openapi-fetch reads 64-bit integers as numbers, so there is no
 * middleware if the generated code represents them in another form.
 */
export function hasMiddleware({ int64 = 'number' }: Api): boolean {
  return int64 === 'number'
}

/** The first line of every generated file. */
export function headerFor(api: Api): string {
  return `// Generated from specs/${api.name}/openapi.yaml by \`npm run generate\`. Do not edit.\n`
}
