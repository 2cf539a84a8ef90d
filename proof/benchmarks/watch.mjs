import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const LOOKS = 6
const LONGEST = 60_000
const SECONDS = /lobbie {2}\S+openapi\.yaml {2}(\d+\.\d) s/g

/** Measures the seconds that a running `watch` takes to check a document after it was saved. Target: under 2. */
export async function benchWatch({ spawn, say }) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    for (const path of ['specs/lobbie', 'generated/lobbie']) cpSync(path, join(folder, path), { recursive: true })
    const [first, ...later] = await look(spawn, folder)
    if (later.length === 0) throw new Error('`watch` printed no second check within a minute')
    later.sort((one, other) => one - other)
    say(`  ${later[Math.floor(later.length / 2)]} s for a look (median of ${later.length}), the first ${first} s`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Starts `watch`, and saves the document again after each check. Returns the time of each check in seconds. */
function look(spawn, folder) {
  const file = join(folder, 'specs/lobbie/openapi.yaml')
  const text = readFileSync(file, 'utf8')
  const cli = spawn(process.execPath, [resolve('dist/cli/bin.js'), 'watch', '--api', 'lobbie'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const timer = setTimeout(() => cli.kill('SIGKILL'), LONGEST)
  let out = ''
  let done = 0
  cli.stdout.setEncoding('utf8').on('data', (chunk) => {
    out += chunk
    const ended = out.split('press Ctrl-C to stop').length - 1
    if (ended === done) return
    done = ended
    if (done === LOOKS) return cli.kill('SIGINT')
    writeFileSync(file, text.replace(/( {4}Error:\n {6}description: ).*/, `$1Words ${done}.`))
  })
  return new Promise((resolve, reject) => {
    cli.once('error', reject)
    cli.once('exit', () => {
      clearTimeout(timer)
      resolve([...out.matchAll(SECONDS)].map(([, each]) => Number(each)))
    })
  })
}
