import type { Document } from '../document/document.ts'

/** A file that a document makes; `path` is relative to the folder of generated code. */
export interface GeneratedFile {
  readonly path: string
  readonly text: string
}

/** A document under the name of its folder. */
export interface Api {
  readonly name: string
  readonly document: Document
}

/** The first line of every generated file. */
export function headerFor(api: Api): string {
  return `// Made from specs/${api.name}/openapi.yaml by \`npm run generate\`. Do not edit.\n`
}
