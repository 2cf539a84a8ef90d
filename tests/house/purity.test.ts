import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { filesBelow } from './files-below.ts'

/** Where clock, chance and the process come in. */
const DOORS = [
  /^src\/cli\/process-host\.ts$/,
  /^src\/cli\/bin\.ts$/,
  /^src\/vitest\//,
  /^sandbox\/(settings|time\/clock)\.ts$/,
  /^src\/client\/clock\.ts$/,
]
/** They start, or resolve against, what the process is. */
const MAY_USE_PROCESS = [/^src\/cli\//, /^src\/document\//, /^src\/targets\/prism\//, /^src\/gate\/policy\.ts$/]

test('clock and chance come in by the door', () => {
  const wrong = filesBelow('src')
    .concat(filesBelow('sandbox'))
    .filter((file) => file.endsWith('.ts') && !DOORS.some((door) => door.test(file)))
    .flatMap((file) => {
      const text = readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
      return [
        ...text.matchAll(/\bDate\.now\(|\bMath\.random\(|\brandomUUID\(|\bperformance\.now\(|\bnew Date\(\)/g),
      ].map(([use]) => `${file}: ${use}`)
    })
  expect(wrong).toEqual([])
})

test('the process is met only at the doors', () => {
  const wrong = filesBelow('src')
    .concat(filesBelow('sandbox'))
    .filter((file) => file.endsWith('.ts') && ![...DOORS, ...MAY_USE_PROCESS].some((door) => door.test(file)))
    .filter((file) =>
      /\bprocess\.(?!cwd\(\))|\bconsole\./.test(
        readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ''),
      ),
    )
  expect(wrong).toEqual([])
})
