import type { Document, Node } from '../document/document.ts'
import { walkDocument } from '../document/walk-document.ts'
import type { JsonObject } from '../json.ts'
import { listOperations } from '../operations/list-operations.ts'
import type { Operation } from '../operations/operation.ts'
import type { Schema } from '../schemas/schema.ts'
import { listScenarios, type PlacedScenario } from './parts/list-scenarios.ts'
import { listRules, type PlacedRule } from './parts/list-rules.ts'
import { listSchemas } from './parts/list-schemas.ts'
import { packageFile } from '../document/files/package-file.ts'

export interface ValidateOptions {
  /** A Redocly configuration. Default: `specs/redocly.yaml` of this package. */
  readonly lintRules?: string
  /** True to skip checks that only warn. */
  readonly onlyErrors?: boolean
  /** The ids of checks to skip. */
  readonly skip?: readonly string[]
}

/** A document, with lists of its parts for the checks. */
export interface DocumentContext {
  readonly document: Document
  readonly operations: readonly Operation[]
  /**
   * Every object that OpenAPI defines. Not included are maps of names and free values, such as examples and defaults.
   */
  readonly objects: readonly Node<JsonObject>[]
  /** Every schema, used or not. `roots` are the schemas that are not inside another schema. */
  readonly schemas: readonly Schema[]
  readonly roots: readonly Schema[]
  /** True if the document has scenarios or provider states, so that more checks apply. */
  readonly isAnnotated: boolean
  /** Every compiled CEL expression of an invariant. */
  readonly rules: readonly PlacedRule[]
  readonly scenarios: readonly PlacedScenario[]
  readonly lintRules: string
}

/** Lists the parts of a document for the checks. */
export function documentContext(document: Document, options: ValidateOptions = {}): DocumentContext {
  const objects: Node<JsonObject>[] = []
  for (const [url, resource] of document.resources) {
    walkDocument(resource, (value, at, names) => {
      if (!names) objects.push({ address: `${url}#${at}`, value })
      return value
    })
  }
  const operations = listOperations(document)
  const found = listSchemas(document, operations)
  return {
    document,
    operations,
    objects,
    ...found,
    rules: listRules(document, objects, found.schemas, operations),
    scenarios: listScenarios(operations),
    isAnnotated: objects.some(({ value }) => 'x-scenarios' in value || 'x-states' in value),
    lintRules: options.lintRules ?? packageFile('specs/redocly.yaml'),
  }
}
