#!/usr/bin/env node
import { EXIT } from './exit-code.ts'
import { main } from './main.ts'
import { processHost } from './process-host.ts'

const { exit } = process
let isDone = false
// Code that ends the process, such as a setup module's, must not look like a run that passed or failed.
process.on('exit', (code) => {
  if (isDone || code === EXIT.inconclusive) return
  process.stderr.write('Stopped before the end: something called process.exit. Nothing was decided.\n')
  process.exitCode = EXIT.inconclusive
})
process.exitCode = await main(process.argv.slice(2), processHost())
isDone = true
// A setup module may keep timers or connections open; output that is still being written is not cut.
setInterval(() => {
  if (process.stdout.writableLength + process.stderr.writableLength === 0) exit()
}, 1000).unref()
