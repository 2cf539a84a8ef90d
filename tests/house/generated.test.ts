import { expect, test } from 'vitest'
import { chooseApis } from '../../src/cli/apis.ts'
import { readDocument } from '../../src/document/read-document.ts'
import { generateAll, staleFiles } from '../../src/generate/generate-all.ts'

test('the committed generated code equals newly generated code', async () => {
  const apis = chooseApis([]).map(({ name, document }) => ({ name, document: readDocument(document) }))
  expect(staleFiles(await generateAll({ apis }))).toEqual([])
})
