import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'

/**
 * Writes each measurement to a file immediately. A resumed journal reuses the measurements of the same commit and
 * versions (`of`) and ignores others. `times` counts how often the comparison was started.
 */
export function openPeerJournal(file, { isResumed, of }) {
  const kept = isResumed && existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').map(readLine) : []
  const isSame = JSON.stringify(kept[0]?.of) === JSON.stringify(of)
  const lines = isSame ? kept.filter(Boolean) : [{ of }]
  if (isSame) lines.push({ resumed: true })
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  const known = new Map(lines.filter(({ key }) => key !== undefined).map(({ key, value }) => [key, value]))
  /** The measurements that have not ended. If two lanes need the same measurement, the second lane waits for it. */
  const running = new Map()
  const write = async (key, measure) => {
    try {
      const value = await measure()
      appendFileSync(file, `${JSON.stringify({ key, value })}\n`)
      known.set(key, value)
      return value
    } finally {
      running.delete(key)
    }
  }
  return {
    times: lines.filter(({ resumed }) => resumed).length + 1,
    async once(name, measure) {
      const key = JSON.stringify(name)
      if (known.has(key)) return known.get(key)
      if (!running.has(key)) running.set(key, write(key, measure))
      return running.get(key)
    },
  }
}

/** Returns undefined for an incomplete line, which an interrupted run leaves. */
function readLine(line) {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
