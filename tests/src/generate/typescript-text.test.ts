import { expect, test } from 'vitest'
import { readDocument } from '../../../src/document/read-document.ts'
import { emitTypes } from '../../../src/generate/emitters/types.ts'
import { selfContained } from '../../../src/generate/prepare/self-contained.ts'
import { splitOneWay } from '../../../src/generate/prepare/split-one-way.ts'
import { allDocuments, GALAXY } from '../../corpus/documents.ts'

/**
 * The function `emitTypes` from the folder `dist`. The build replaces the TypeScript compiler by a small printer of
 * types, so this function uses the printer.
 */
const { emitTypes: emitWithoutCompiler } = (await import(
  new URL('../../../dist/src/generate/emitters/types.js', import.meta.url).href
)) as { readonly emitTypes: typeof emitTypes }

const SOME = allDocuments().filter((file, index) => index % 4 === 0 || file === GALAXY || file.includes('circular'))

test.each([...SOME, 'tests/fixtures/generate/odd.yaml', 'specs/aniva/openapi.yaml'])(
  'the generator prints the types of %s exactly as the TypeScript compiler does',
  async (file) => {
    const api = { name: 'api', document: readDocument(file) }
    const { root } = splitOneWay(selfContained(api.document))
    expect((await emitWithoutCompiler(api, root, [])).text).toBe((await emitTypes(api, root, [])).text)
  },
)
