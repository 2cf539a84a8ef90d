import type { Document } from '../document/document.ts'

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
  /** False to leave out the handlers, which import MSW. Default: true. */
  readonly handlers?: boolean
}

/** The first line of every generated file. */
export function headerFor(api: Api): string {
  return `// Generated from specs/${api.name}/openapi.yaml by \`npm run generate\`. Do not edit.\n`
}
