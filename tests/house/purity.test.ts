import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { filesBelow } from './files-below.ts'

/** The only files that may read the clock, random numbers or the process. Other files get these values as arguments. */
const ENTRY_POINTS = [
  /^src\/cli\/host\/process-host\.ts$/,
  /^src\/cli\/bin\.ts$/,
  /^src\/vitest\//,
  /^sandbox\/(settings|time\/clock)\.ts$/,
  /^src\/client\/sending\/clock\.ts$/,
]
/** Files that may start processes, or use the working directory or the environment. */
const MAY_USE_PROCESS = [
  /^src\/cli\//,
  /^src\/document\//,
  /^src\/targets\/(prism\/|setup-module\.ts)/,
  /^src\/gate\/policy\.ts$/,
]

test('only entry points read the clock or random numbers', () => {
  const wrong = filesBelow('src')
    .concat(filesBelow('sandbox'))
    .filter((file) => file.endsWith('.ts') && !ENTRY_POINTS.some((entry) => entry.test(file)))
    .flatMap((file) => {
      const text = readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
      return [
        ...text.matchAll(/\bDate\.now\(|\bMath\.random\(|\brandomUUID\(|\bperformance\.now\(|\bnew Date\(\)/g),
      ].map(([use]) => `${file}: ${use}`)
    })
  expect(wrong).toEqual([])
})

test('only the listed files use `process` or `console`', () => {
  const wrong = filesBelow('src')
    .concat(filesBelow('sandbox'))
    .filter((file) => file.endsWith('.ts') && ![...ENTRY_POINTS, ...MAY_USE_PROCESS].some((entry) => entry.test(file)))
    .filter((file) =>
      /\bprocess\.(?!cwd\(\))|\bconsole\./.test(
        readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ''),
      ),
    )
  expect(wrong).toEqual([])
})
