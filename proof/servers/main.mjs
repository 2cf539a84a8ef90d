import { readdirSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { start } from './lib/start.mjs'
import { runGateOn } from './lib/gate.mjs'
import { runSchemathesis } from './lib/schemathesis.mjs'

const [task, ...names] = process.argv.slice(2)
const tasks = { up, gate: measure(runGateOn), schemathesis: measure(runSchemathesis) }
if (tasks[task] === undefined) throw new Error('usage: main.mjs up|gate|schemathesis [NAME…]')
const all = readdirSync(new URL('.', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'lib' && entry.name !== 'results')
  .map((entry) => entry.name)
for (const name of names.length === 0 ? all : names) await tasks[task](await load(name))
process.exit(0)

async function load(name) {
  return { name, ...(await import(`./${name}/server.mjs`)).server }
}

/**
 * Starts a server so that a person can send requests to it. The server runs until this process gets SIGINT or SIGTERM.
 */
async function up(server) {
  const running = await start(server)
  console.log(JSON.stringify({ ...running, stop: undefined }, null, 2))
  await new Promise((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve))
  running.stop()
}

function measure(tool) {
  return async (server) => {
    const running = await start(server)
    try {
      const before = await objectsOf(server, running)
      const result = await tool(server, running)
      const after = await objectsOf(server, running)
      const destroyed = before.filter((object) => !after.includes(object)).length
      console.log(
        JSON.stringify({
          server: server.name,
          tool: tool.name,
          ...result,
          destroyed,
          left: after.length - before.length + destroyed,
        }),
      )
    } finally {
      running.stop()
    }
  }
}

/** Returns the ids of the objects on the server. If an id is missing after a run, the run deleted that object. */
async function objectsOf(server, running) {
  for (let turn = 0; turn < 20; turn += 1) {
    try {
      return (await server.objects?.(running)) ?? []
    } catch {
      // The server is still starting, or a run has stopped it. The loop tries again.
      await pause(300)
    }
  }
  return ['cannot be listed']
}
