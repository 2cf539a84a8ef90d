import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { takeLock } from '../../../../src/live/journal/lock.ts'
import { inFolder } from '../../../support/in-folder.ts'

const processes = { own: 7, isRunning: (id: number) => id === 7 }

test('a second run cannot take the lock until the first run releases it', () =>
  inFolder({}, async (folder) => {
    const file = join(folder, 'orders.lock')
    const release = takeLock(file, processes)
    expect(() => takeLock(file, processes)).toThrow(/Another run uses these fixtures/)
    release()
    expect(existsSync(file)).toBe(false)
    takeLock(file, processes)()
  }))

test('the lock of a process that no longer runs is replaced', () =>
  inFolder({}, async (folder) => {
    const file = join(folder, 'orders.lock')
    writeFileSync(file, '4194303')
    const release = takeLock(file, processes)
    expect(existsSync(file)).toBe(true)
    release()
  }))
