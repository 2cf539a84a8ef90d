import { spawn } from 'node:child_process'

/**
 * The entry in `findings` for a run that reports no finding but exits with an error code. It counts as a finding on a
 * correct server, but not as the detection of a fault.
 */
export const NO_VERDICT = 'no verdict'

/** Like `command`, but throws if the exit code is not 0. */
export async function mustRun(program, args, options) {
  const done = await command(program, args, options)
  if (done.code !== 0) throw new Error(`${program} ends with ${done.code}: ${firstLine(done.out)}`)
  return done
}

/** Runs a program, by default for at most ten minutes. Returns its exit code, output and duration. */
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
    // Ends the program together with its child processes, because a child that keeps the output open would delay
    // `close`.
    const end = () => {
      if (child.pid === undefined) return
      try {
        process.kill(-child.pid, 'SIGKILL')
      } catch {
        // The process does not exist any more.
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
