import { spawn } from 'node:child_process'

/** Runs a program to its end, at most ten minutes: its exit code, what it wrote, and how long it took. */
export function command(program, args, { cwd, env = {}, before, minutes = 10 } = {}) {
  before?.()
  const begun = performance.now()
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    let out = ''
    const timer = setTimeout(() => child.kill('SIGKILL'), minutes * 60_000)
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
      resolve({ code: code ?? 255, out, milliseconds: Math.round(performance.now() - begun) })
    })
  })
}

export function firstLine(text) {
  return text.trim().split('\n')[0] ?? ''
}
