/** The parts outside the program that a command uses: streams, clock, environment. Tests pass their own `Host`. */
export interface Host {
  readonly stdout: Stream
  readonly stderr: Stream
  readonly env: Readonly<Record<string, string | undefined>>
  /** Aborted when the user stops the program, for example with Ctrl-C. */
  readonly signal: AbortSignal
  /** Returns milliseconds of a monotonic clock, for durations. */
  elapsed(): number
  /** Waits before a request to a live server. Default: a timer. */
  wait?(milliseconds: number): Promise<void>
  /** The process id of this program, and a test whether another process runs. Default: no other process runs. */
  readonly processes?: { readonly own: number; isRunning(id: number): boolean }
  /** The current time, ISO 8601. */
  today(): string
}

export interface Stream {
  write(text: string): unknown
  readonly isTTY?: boolean
  readonly columns?: number
}

/** True if the text that is written to a stream should be coloured. https://no-color.org */
export function hasColor(stream: Stream, env: Host['env']): boolean {
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false
  return stream.isTTY === true || (env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0')
}
