/** The environment in which a command runs, such as streams and clock. Tests pass their own `Host`. */
export interface Host {
  readonly stdout: Stream
  readonly stderr: Stream
  readonly env: Readonly<Record<string, string | undefined>>
  /** This signal is aborted when the user stops the program, for example with Ctrl-C. */
  readonly signal: AbortSignal
  /** Returns the milliseconds of a monotonic clock. Used to measure durations. */
  elapsed(): number
  /** Waits before a request to a live server. If this function is absent, a timer is used. */
  wait?(milliseconds: number): Promise<void>
  /**
   * The id of this process, and a function that returns whether another process is running. If absent, no other process
   * counts as running.
   */
  readonly processes?: { readonly own: number; isRunning(id: number): boolean }
  /** The current time, ISO 8601. */
  today(): string
}

export interface Stream {
  write(text: string): unknown
  readonly isTTY?: boolean
  readonly columns?: number
}

/** True if text for a stream should be coloured. Follows https://no-color.org. */
export function hasColor(stream: Stream, env: Host['env']): boolean {
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false
  return stream.isTTY === true || (env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0')
}
