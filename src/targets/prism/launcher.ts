/**
 * The script that the child process of a mock runs. It runs Prism's own command line, which is not changed, and adds
 * three things. The script is CommonJS text, because `node -e` runs it, both from source and from `dist`.
 *
 * - It sends the port over IPC once the server listens, so that Prism can run without logs: logging every request to a
 *   pipe nearly doubles the cost of a request.
 * - It exits when the IPC channel closes, so that no orphan remains even if the parent is killed with SIGKILL.
 * - Two packages are loaded on first use instead of at the start. Static mocks never use them, and they are more than
 * half of Prism's start: one has invented names in seventy languages, the other one reads Postman collections.
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
