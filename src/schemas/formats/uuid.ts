import { needed, optional } from '../values/attempt.ts'
import type { SchemaFormat } from './format.ts'

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** True for a UUID of any version in upper or lower case. False with the prefix `urn:uuid:`. RFC 9562 §4. */
export function isUuid(value: string): boolean {
  return UUID.test(value)
}

export const uuid: SchemaFormat = {
  name: 'uuid',
  appliesTo: 'string',
  check: isUuid,
  samples: ['3f2504e0-4f89-41d3-9a0c-0305e82c3301', '7d444840-9dc0-41d1-b245-5ffdce74fad2'],
  more: uuids,
  negatives: (value) => [
    needed('urn', [`urn:uuid:${value}`]),
    needed('text', ['not-a-uuid']),
    optional('not-hex', [`g${value.slice(1)}`]),
    optional('without-hyphens', [value.replaceAll('-', '')]),
    optional('short', [value.slice(0, -1)]),
    optional('braces', [`{${value}}`]),
  ],
}

function* uuids(): Generator<string> {
  for (let index = 0; index < 1000; index++) {
    const start = ((index * 2_654_435_761) % 2 ** 32).toString(16).padStart(8, '0')
    yield `${start}-4f89-41d3-9a0c-${String(index).padStart(12, '0')}`
  }
}
