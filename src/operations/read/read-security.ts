import { pointer } from '../../document/json-pointer.ts'
import { childOf } from '../../document/document.ts'
import { isArray, isObject } from '../../json.ts'
import { propertyOf, type Cursor } from '../cursor.ts'
import type { SecurityRequirement, SecurityScheme } from '../operation.ts'

/**
 * Returns the security alternatives of an operation. If the operation has no `security`, returns those of the document.
 * Leaves out an alternative with an undefined scheme, because no request can satisfy it. OpenAPI 3.1.1 §4.8.30.
 */
export function readSecurity(root: Cursor, operation: Cursor): SecurityRequirement[] {
  const owner = isArray(operation.value['security']) ? operation : root
  const list = owner.value['security']
  if (!isArray(list)) return []
  return list.filter(isObject).flatMap((requirement, index) => {
    const names = Object.keys(requirement)
    const schemes = names.flatMap((name) => {
      const scopes = requirement[name]
      return readScheme(root, name, isArray(scopes) ? scopes.map(String) : [])
    })
    if (schemes.length < names.length) return []
    const address = childOf(owner.address, 'security', index)
    return [{ address, pointer: `/security${pointer(names.length === 0 ? 'none' : names.join('+'))}`, schemes }]
  })
}

function readScheme(root: Cursor, name: string, scopes: readonly string[]): SecurityScheme[] {
  const components = propertyOf(root, 'components')
  const schemes = components === undefined ? undefined : propertyOf(components, 'securitySchemes')
  const cursor = schemes === undefined ? undefined : propertyOf(schemes, name)
  if (cursor === undefined) return []
  const { value, address } = cursor
  const text = (key: string): string | undefined => (typeof value[key] === 'string' ? value[key] : undefined)
  const place = text('in')
  const tokenUrl = tokenUrlOf(cursor)
  return [
    {
      name,
      type: (text('type') ?? 'apiKey') as SecurityScheme['type'],
      address,
      scopes,
      ...(place === undefined ? {} : { in: place as NonNullable<SecurityScheme['in']> }),
      ...(text('name') === undefined ? {} : { parameter: text('name') ?? '' }),
      ...(text('scheme') === undefined ? {} : { scheme: (text('scheme') ?? '').toLowerCase() }),
      ...(tokenUrl === undefined ? {} : { tokenUrl }),
    },
  ]
}

function tokenUrlOf(scheme: Cursor): string | undefined {
  const flows = propertyOf(scheme, 'flows')
  const flow = flows === undefined ? undefined : propertyOf(flows, 'clientCredentials')
  return typeof flow?.value['tokenUrl'] === 'string' ? flow.value['tokenUrl'] : undefined
}
