import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'

/**
 * Keeps each measurement as soon as it is made. A resumed journal takes those of the same commit and versions (`of`) and
 * begins anew where they are others; `times` counts how often it was begun or gone on with.
 */
export function openJournal(file, { isResumed, of }) {
  const kept = isResumed && existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').map(readLine) : []
  const isSame = JSON.stringify(kept[0]?.of) === JSON.stringify(of)
  const lines = isSame ? kept.filter(Boolean) : [{ of }]
  if (isSame) lines.push({ resumed: true })
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  const known = new Map(lines.filter(({ key }) => key !== undefined).map(({ key, value }) => [key, value]))
  return {
    times: lines.filter(({ resumed }) => resumed).length + 1,
    async once(name, measure) {
      const key = JSON.stringify(name)
      if (known.has(key)) return known.get(key)
      const value = await measure()
      appendFileSync(file, `${JSON.stringify({ key, value })}\n`)
      return value
    },
  }
}

/** Nothing for a line that an interruption cut. */
function readLine(line) {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
