import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { sha256 } from '../../../../../src/report/formats/html/sha-256.ts'

test.each([0, 1, 3, 54, 55, 56, 63, 64, 65, 119, 120, 1000, 70_000])(
  'sha256 of %i letters is the platform’s',
  (length) => {
    const text = 'aé✗'.repeat(length).slice(0, length)
    expect(sha256(text)).toBe(createHash('sha256').update(text).digest('base64'))
  },
)
