import { expect, test } from 'vitest'
import { tokens } from '../../src/document/json-pointer.ts'

test('tests import the compiled code with the mode `built`, and the sources otherwise', () => {
  let stack = ''
  try {
    tokens(undefined as never)
  } catch (error) {
    stack = (error as Error).stack ?? ''
  }
  const isBuilt = process.env['MODE'] === 'built'
  expect(stack).toContain(isBuilt ? '/dist/src/document/json-pointer.js' : '/src/document/json-pointer.ts')
})
