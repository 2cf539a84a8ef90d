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
  /** The path of a Redocly configuration. Default: `specs/redocly.yaml` of this package. */
  readonly lintRules?: string
  /** If true, checks that give only warnings are skipped. */
  readonly onlyErrors?: boolean
  /** The ids of checks that are skipped. */
  readonly skip?: readonly string[]
}

/** A document, and lists of its parts that several checks need. */
export interface DocumentContext {
  readonly document: Document
  readonly operations: readonly Operation[]
  /**
   * Every object that OpenAPI defines, such as each operation and schema. Leaves out maps of names, and free values
   * such as examples and defaults.
   */
  readonly objects: readonly Node<JsonObject>[]
  /**
   * `schemas` lists every schema of the document, even if it is not used. `roots` lists the schemas that are not inside
   * another schema.
   */
  readonly schemas: readonly Schema[]
  readonly roots: readonly Schema[]
  /** True if the document has scenarios or provider states. Additional checks then apply. */
  readonly isAnnotated: boolean
  /** The CEL expressions of all invariants, compiled. */
  readonly rules: readonly PlacedRule[]
  readonly scenarios: readonly PlacedScenario[]
  readonly lintRules: string
}

/** Returns a document together with the lists of its parts that the checks need. */
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
