import { spawn } from 'node:child_process'

/**
 * Told where a tool ends with neither a verdict nor anything that it found: it is an objection to a server that is fine, and
 * no fault found in another.
 */
export const NO_VERDICT = 'it came to no verdict'

/** As `command`; an exit code other than 0 means that there is no such tool here. */
export async function mustRun(program, args, options) {
  const done = await command(program, args, options)
  if (done.code !== 0) throw new Error(`${program} ends with ${done.code}: ${firstLine(done.out)}`)
  return done
}

/** Runs a program to its end, at most ten minutes: its exit code, what it wrote, and how long it took. */
export function command(program, args, { cwd, env = {}, before, minutes = 10 } = {}) {
  before?.()
  const begun = performance.now()
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    })
    let out = ''
    // What it started itself may hold its output open.
    const end = () => {
      if (child.pid === undefined) return
      try {
        process.kill(-child.pid, 'SIGKILL')
      } catch {
        // It has ended already.
      }
    }
    const timer = setTimeout(end, minutes * 60_000)
    process.once('exit', end)
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8')
      stream.on('data', (text) => {
        out += text
      })
    }
    child.on('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    child.on('close', (code) => {
      clearTimeout(timer)
      process.off('exit', end)
      resolve({ code: code ?? 255, out, milliseconds: Math.round(performance.now() - begun) })
    })
  })
}

export function firstLine(text) {
  return text.trim().split('\n')[0] ?? ''
}
