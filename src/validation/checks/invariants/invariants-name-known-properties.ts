import type { Operation, Response } from '../../../operations/operation.ts'
import type { Schema } from '../../../schemas/schema.ts'
import type { DocumentCheck } from '../../check.ts'
import type { DocumentContext } from '../../document-context.ts'
import { hasProperty } from '../../parts/has-property.ts'
import type { PlacedRule } from '../../parts/list-rules.ts'
import { propertyPaths, type PropertyPath } from '../../parts/property-paths.ts'

export const invariantsNameKnownProperties: DocumentCheck = {
  id: 'invariants_name_known_properties',
  title: 'every property that an invariant reads is in its schema',
  why: 'An invariant that reads a misspelt property is never violated.',
  level: 'error',
  check(context) {
    return context.rules
      .filter(({ compiled }) => compiled !== undefined)
      .flatMap((rule) => {
        const unknown = new Set(
          propertyPaths(rule.text)
            .filter((path) => !isKnown(path, rule, context))
            .map(shown),
        )
        return [...unknown].map((name) => ({
          address: rule.address,
          message: `the invariant \`${rule.invariant.id}\` reads \`${name}\`, which its schema does not have`,
          next: 'correct the spelling, or add the property to the schema',
        }))
      })
  },
}

/** True if the property is declared in at least one place to which the invariant applies. */
function isKnown({ variable, path }: PropertyPath, rule: PlacedRule, context: DocumentContext): boolean {
  if (variable === 'self' && rule.on === 'schema') {
    const own = context.schemas.filter(({ address }) => address === rule.owner)
    return own.length === 0 || own.some((schema) => hasProperty(schema, path))
  }
  const uses = context.operations.flatMap((operation) =>
    operation.responses.filter(({ address }) => address === rule.owner).map((response) => ({ operation, response })),
  )
  return rule.on === 'schema' || uses.length === 0 || uses.some((use) => isKnownTo(use, variable, path))
}

function isKnownTo(
  { operation, response }: { operation: Operation; response: Response },
  variable: string,
  path: readonly string[],
): boolean {
  const [first, ...rest] = path
  const schemas = (contents: Response['content']): Schema[] => contents.flatMap(({ schema }) => schema ?? [])
  if (variable === 'self') return anyHas(schemas(response.content), path)
  if (variable === 'before') {
    const success = operation.responses.find(({ status }) => status.startsWith('2'))
    return success === undefined || anyHas(schemas(success.content), path)
  }
  if (variable === 'given') {
    const gives = [...operation.states.values()].map((state): Schema => {
      return { document: operation.document, address: `${state.address}/gives`, pointer: '', value: state.gives }
    })
    return anyHas(gives, ['given', ...path])
  }
  if (variable !== 'request') return true
  if (first === 'body') return anyHas(schemas(operation.requestBody?.content ?? []), rest)
  if ((first === 'path' || first === 'query') && rest[0] !== undefined) {
    return operation.parameters.some((each) => each.in === first && each.name === rest[0])
  }
  return ['path', 'query', 'headers', 'sentAt'].includes(first ?? '')
}

function anyHas(schemas: readonly Schema[], path: readonly string[]): boolean {
  return schemas.length === 0 || schemas.some((schema) => hasProperty(schema, path))
}

function shown({ variable, path }: PropertyPath): string {
  return [variable, ...path].join('.').replaceAll('.*', '[…]')
}
