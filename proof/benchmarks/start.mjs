import { createServer } from 'node:http'

const ROUNDS = 7

/** Measures the milliseconds from the start of the command to its first request. Target: at most 700. */
export async function benchStart({ spawn, say }) {
  const times = []
  for (let round = 0; round < ROUNDS; round++) times.push(await once(spawn))
  times.sort((one, other) => one - other)
  const bare = []
  for (let round = 0; round < ROUNDS; round++) bare.push(await nothing(spawn))
  bare.sort((one, other) => one - other)
  const middle = (list) => Math.round(list[Math.floor(list.length / 2)])
  say(`  ${middle(times)} ms to the first request, node itself ${middle(bare)} ms (medians of ${ROUNDS})`)
}

function once(spawn) {
  return new Promise((resolve) => {
    let begun = 0
    let child
    const server = createServer((request, response) => {
      const time = performance.now() - begun
      response.destroy()
      child.kill()
      server.close(() => resolve(time))
      server.closeAllConnections()
    })
    server.listen(0, '127.0.0.1', () => {
      begun = performance.now()
      const url = `http://127.0.0.1:${server.address().port}`
      child = spawn(
        process.execPath,
        ['dist/cli/bin.js', 'gate', '--api', 'lobbie', '--target', 'mock', '-u', url, '--report-dir', 'reports/bench'],
        { stdio: 'ignore' },
      )
    })
  })
}

function nothing(spawn) {
  const begun = performance.now()
  return new Promise((resolve) =>
    spawn(process.execPath, ['-e', ''], { stdio: 'ignore' }).once('exit', () => resolve(performance.now() - begun)),
  )
}
