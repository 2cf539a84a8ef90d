import { expect, test } from 'vitest'
import { loadPackage } from '../../../../src/validation/parts/load-package.ts'

test('a missing package is reported with the command that installs it', async () => {
  const missing = Object.assign(new Error('Cannot find package'), { code: 'ERR_MODULE_NOT_FOUND' })
  await expect(loadPackage(() => Promise.reject(missing), 'orders-core', 'orders-browser')).rejects.toMatchObject({
    code: 'package-missing',
    details: { next: 'npm install --save-dev orders-core orders-browser' },
  })
})

test('an import error is thrown unchanged, except the error for a missing package', async () => {
  const broken = new SyntaxError('Unexpected token')
  await expect(loadPackage(() => Promise.reject(broken), 'orders-core')).rejects.toBe(broken)
})
