import { spawn } from 'node:child_process'
import { mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { cache, install } from './install.mjs'

/**
 * Starts a server with new, empty data on a free port of 127.0.0.1. Returns its address, its OpenAPI document (a file),
 * the headers that authorize a request, and `stop`, which ends the process group of the server.
 */
export async function start(server) {
  const home = install(server)
  const data = join(cache, 'data', server.name)
  rmSync(data, { recursive: true, force: true })
  mkdirSync(data, { recursive: true })
  const place = { home, data, port: await freePort() }
  place.root = `http://127.0.0.1:${place.port}`
  await server.prepare?.(place)
  const { command, args, env, cwd } = server.start(place)
  const log = openSync(join(data, 'server.log'), 'a')
  const child = spawn(command, args, {
    cwd: cwd ?? data,
    env: { ...process.env, ...env },
    detached: true,
    stdio: ['ignore', log, log],
  })
  const stop = () => stopGroup(child)
  try {
    await ready(place.root + server.ready, child)
    const credentials = (await server.authorize?.(place)) ?? {}
    await server.seed?.({ ...place, credentials })
    const text = await documentOf(server, place)
    const document = join(data, text.startsWith('{') ? 'openapi.json' : 'openapi.yaml')
    writeFileSync(document, text)
    return { ...place, pid: child.pid, base: place.root + (server.base ?? ''), document, credentials, stop }
  } catch (error) {
    stop()
    throw error
  }
}

async function documentOf(server, place) {
  const { file, path, print } = server.document
  if (print !== undefined) return print(place)
  if (path === undefined) return readFileSync(join(place.home, file), 'utf8')
  return (await fetch(place.root + path)).text()
}

async function ready(url, child) {
  for (let turn = 0; turn < 300; turn += 1) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    try {
      if ((await fetch(url)).status < 500) return
    } catch {
      // The server does not listen yet, so the loop tries again.
    }
    await pause(200)
  }
  throw new Error(`no answer from ${url} in a minute`)
}

function stopGroup(child) {
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    // The process group has already ended.
  }
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}
