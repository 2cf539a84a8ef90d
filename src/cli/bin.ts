#!/usr/bin/env node
import { EXIT } from './host/exit-code.ts'
import { main } from './main.ts'
import { processHost } from './host/process-host.ts'

const { exit } = process
let isDone = false
// A setup module may call `process.exit`. The code must then be 2, because 0 and 1 are verdicts.
process.on('exit', (code) => {
  if (isDone || code === EXIT.inconclusive) return
  process.stderr.write('Stopped early: loaded code called process.exit. The result is inconclusive.\n')
  process.exitCode = EXIT.inconclusive
})
process.exitCode = await main(process.argv.slice(2), processHost())
isDone = true
// Ends the process when all output is written, even if a setup module left timers or connections open.
setInterval(() => {
  if (process.stdout.writableLength + process.stderr.writableLength === 0) exit()
}, 1000).unref()
