import { expect, test } from 'vitest'
import { propertyPaths } from '../../../../src/validation/parts/property-paths.ts'

test.each<[rule: string, paths: readonly string[]]>([
  ['self.a.b', ['self.a.b']],
  ['self["a"][0].b', ['self.a.*.b']],
  ['has(self.a) ? self.b : request.path.id == 1', ['self.a', 'self.b', 'request.path.id']],
  ['self.list.all(item, item.x > 0 && item.y in given.z)', ['self.list', 'self.list.*.x', 'self.list.*.y', 'given.z']],
  ['self.list.map(item, timestamp(item.x)).isSorted()', ['self.list', 'self.list.*.x']],
  ['self.list.exists(self, self.x)', ['self.list', 'self.list.*.x']],
  ['given.zones[self.location]', ['given.zones', 'self.location']],
  ['self == null', []],
])('the CEL expression %s reads the properties %j', (rule, paths) => {
  expect(propertyPaths(rule).map(({ variable, path }) => [variable, ...path].join('.'))).toEqual(paths)
})
