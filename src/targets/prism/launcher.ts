/**
 * The script of the child process that runs Prism. It runs Prism's own command line and adds three things:
 *
 * - It sends the port over IPC, so that Prism needs no logs. Logging to a pipe nearly doubles the time of a request.
 * - It exits when the IPC channel closes, so that it ends even if its parent is killed.
 * - It loads two large packages only on first use. A mock that returns examples needs neither names in seventy
 *   languages nor Postman.
 *
 * The script is CommonJS text, because `node -e` runs it.
 */
export const PRISM_LAUNCHER = `
'use strict'
process.on('disconnect', () => process.exit(0))
const Module = require('node:module')
const { Server } = require('node:net')
if (Module.enableCompileCache) Module.enableCompileCache()

const later = new Set(['@faker-js/faker', '@stoplight/http-spec/postman/operation'])
const load = Module._load
const lazily = (real) => new Proxy({}, {
  get: (_, key) => (key === 'default' ? lazily(() => real().default) : real()[key]),
  set: (_, key, value) => { real()[key] = value; return true },
  has: (_, key) => key in real(),
})
Module._load = function (request, ...rest) {
  if (!later.has(request)) return load.call(this, request, ...rest)
  return lazily(() => load.call(this, request, ...rest))
}

const listen = Server.prototype.listen
Server.prototype.listen = function (...values) {
  this.once('listening', () => process.send({ port: this.address().port }))
  this.once('error', (error) => process.send({ code: error.code }))
  return listen.apply(this, values)
}

require(process.argv[1])
`
