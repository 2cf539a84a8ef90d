#!/usr/bin/env node
import { EXIT } from './host/exit-code.ts'
import { main } from './main.ts'
import { processHost } from './host/process-host.ts'

const { exit } = process
let isDone = false
// A setup module may call `process.exit`, which would end the run before it has a verdict. The exit code must then be
// 2, because 0 and 1 mean passed and failed.
process.on('exit', (code) => {
  if (isDone || code === EXIT.inconclusive) return
  process.stderr.write('Stopped early: loaded code called process.exit. The result is inconclusive.\n')
  process.exitCode = EXIT.inconclusive
})
process.exitCode = await main(process.argv.slice(2), processHost())
isDone = true
// Ends the process as soon as all output is written. A setup module may have left timers or connections open, which
// would keep the process running.
setInterval(() => {
  if (process.stdout.writableLength + process.stderr.writableLength === 0) exit()
}, 1000).unref()
