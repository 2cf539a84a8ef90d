import { packageFile } from '../document/files/package-file.ts'

/** Returns the path of a document in this package, such as `shippedDocument('lobbie')`. */
export function shippedDocument(api: string): string {
  return packageFile(`specs/${api}/openapi.yaml`)
}
