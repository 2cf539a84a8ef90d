import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { filesBelow } from './files-below.ts'

const EXPORTED = /^export (?:async )?(?:function\*?|const|class|type|interface|let|enum) (\w+)/gm

/** Names that more than one file may export, each with the folder of one of these files. */
const SHARED = {
  // Names in generated code, which is self-contained and cannot import them from the package.
  Check: 'src/generate/parts',
  Mismatch: 'src/generate/parts',
  joinRequest: 'src/generate/parts',
  // The client must not import code of the gate, so it has its own functions with these three names.
  encodeBody: 'src/client',
  pointer: 'src/client',
  serializeParameter: 'src/client',
  // The programs of the comparison export `createReschedule`, and the real servers export `server`.
  createReschedule: 'proof/clients/programs',
  server: 'proof/servers',
}

test('each name is exported by only one file, except for the names in a list', () => {
  const files = new Map<string, Set<string>>()
  for (const file of ['src', 'sandbox', 'proof', 'scripts'].flatMap(filesBelow)) {
    if (!/\.(ts|mjs)$/.test(file)) continue
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(EXPORTED))
      files.set(name, (files.get(name) ?? new Set()).add(file))
  }
  const repeated = [...files].filter(([, places]) => places.size > 1)
  expect(repeated.map(([name]) => name).toSorted()).toEqual(Object.keys(SHARED).toSorted())
})
