#!/usr/bin/env node
import { EXIT } from './host/exit-code.ts'
import { main } from './main.ts'
import { processHost } from './host/process-host.ts'

const { exit } = process
let isDone = false
// If a setup module calls `process.exit`, the code must be 2, because 0 and 1 mean that the run passed or failed.
process.on('exit', (code) => {
  if (isDone || code === EXIT.inconclusive) return
  process.stderr.write('Stopped early: loaded code called process.exit. The result is inconclusive.\n')
  process.exitCode = EXIT.inconclusive
})
process.exitCode = await main(process.argv.slice(2), processHost())
isDone = true
// Ends the process when all output is written. Timers or connections of a setup module would keep it running.
setInterval(() => {
  if (process.stdout.writableLength + process.stderr.writableLength === 0) exit()
}, 1000).unref()
