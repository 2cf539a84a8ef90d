import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readText } from '../../../src/document/files/read-text.ts'

const TEXT = 'openapi: 3.1.0\n'

test.each<[file: string, write: (path: string) => void, sentence: string]>([
  [
    'a file in UTF-16',
    (path) => writeFileSync(path, Buffer.from(`\ufeff${TEXT}`, 'utf16le')),
    'the file is written in UTF-16; save it as UTF-8',
  ],
  [
    'a file in UTF-16 with the high byte first',
    (path) => writeFileSync(path, Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16()),
    'the file is written in UTF-16; save it as UTF-8',
  ],
  ['a binary file', (path) => writeFileSync(path, Buffer.from([1, 2, 0, 3])), 'the file is not text in UTF-8'],
  ['a symbolic link to itself', (path) => symlinkSync(path, path), 'the symbolic links lead in a circle'],
])('%s is refused, and the error gives the reason', (_file, write, sentence) => {
  const folder = mkdtempSync(join(tmpdir(), 'contract-'))
  try {
    const path = join(folder, 'openapi.yaml')
    write(path)
    expect(() => readText(path, { next: 'name another file' })).toThrow(sentence)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
