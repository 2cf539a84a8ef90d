import { expect, test } from 'vitest'
import { chooseApis } from '../../src/cli/apis.ts'
import { readDocument } from '../../src/document/read-document.ts'
import { generateAll, staleFiles } from '../../src/generate/generate-all.ts'

test('generated code is reproduced byte for byte', async () => {
  const apis = chooseApis([]).map(({ name, document }) => ({ name, document: readDocument(document) }))
  expect(staleFiles(await generateAll({ apis }))).toEqual([])
})
