/** Everything outside the process that a command uses. Tests pass their own host. */
export interface Host {
  readonly stdout: Stream
  readonly stderr: Stream
  readonly env: Readonly<Record<string, string | undefined>>
  /** Aborts when the user stops the program. */
  readonly signal: AbortSignal
  /** Milliseconds of a monotonic clock. */
  elapsed(): number
  /** Waits before a request to a live server, in milliseconds. Default: a timer. */
  wait?(milliseconds: number): Promise<void>
  /** The id of this process, and whether another process runs. Default: no other process runs. */
  readonly processes?: { readonly own: number; isRunning(id: number): boolean }
  /** The current time, ISO 8601. */
  today(): string
}

export interface Stream {
  write(text: string): unknown
  readonly isTTY?: boolean
  readonly columns?: number
}

/** True if the output of a stream should be coloured. https://no-color.org */
export function hasColor(stream: Stream, env: Host['env']): boolean {
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false
  return stream.isTTY === true || (env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0')
}
