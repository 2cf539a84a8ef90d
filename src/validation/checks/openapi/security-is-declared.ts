import { childOf, type Node } from '../../../document/document.ts'
import { asObject, isArray, isObject, type JsonObject } from '../../../json.ts'
import type { DocumentCheck, DocumentFault } from '../../check.ts'

export const securityIsDeclared: DocumentCheck = {
  id: 'security_is_declared',
  title: 'every required security scheme is declared',
  why: 'Tools cannot send credentials for an undeclared scheme, and may treat the operation as public.',
  level: 'error',
  check({ document, operations }) {
    const { components } = document.root.value
    const schemes = isObject(components) ? components['securitySchemes'] : undefined
    const declared = new Set(isObject(schemes) ? Object.keys(schemes) : [])
    const owners = [document.root, ...operations.map(({ address }) => document.resolve(address))]
    return owners.flatMap(({ address, value }) => {
      return isObject(value) ? undeclaredIn({ address, value }, declared) : []
    })
  },
}

function undeclaredIn({ address, value }: Node<JsonObject>, declared: ReadonlySet<string>): DocumentFault[] {
  const list = isArray(value['security']) ? value['security'] : []
  return list.flatMap((requirement, index) =>
    Object.keys(asObject(requirement))
      .filter((name) => !declared.has(name))
      .map((name) => ({
        address: childOf(address, 'security', index, name),
        message: `the security scheme \`${name}\` is not declared`,
        next: 'declare the scheme in components/securitySchemes, or use a declared scheme',
      })),
  )
}
