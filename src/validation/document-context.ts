import type { Document, Node } from '../document/document.ts'
import { walkDocument } from '../document/walk-document.ts'
import type { JsonObject } from '../json.ts'
import { listOperations } from '../operations/list-operations.ts'
import type { Operation } from '../operations/operation.ts'
import type { Schema } from '../schemas/schema.ts'
import { listScenarios, type PlacedScenario } from './parts/list-scenarios.ts'
import { listRules, type PlacedRule } from './parts/list-rules.ts'
import { listSchemas } from './parts/list-schemas.ts'
import { packageFile } from './parts/package-file.ts'

export interface ValidateOptions {
  /** Redocly configuration to lint with instead of `specs/redocly.yaml` of this package. */
  readonly lintRules?: string
}

/** A document as checks see it: everything is found once. */
export interface DocumentContext {
  readonly document: Document
  readonly operations: readonly Operation[]
  /** Every object that is part of the document; maps from names that somebody chose, and data, are none. */
  readonly objects: readonly Node<JsonObject>[]
  /** Every schema object of the document, used or not; the whole ones, at which others begin, are `roots`. */
  readonly schemas: readonly Schema[]
  readonly roots: readonly Schema[]
  /** Whether the document speaks our annotations: then it promises more, and more is asked of it. */
  readonly isAnnotated: boolean
  /** Every rule of its invariants, compiled. */
  readonly rules: readonly PlacedRule[]
  readonly scenarios: readonly PlacedScenario[]
  readonly lintRules: string
}

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
