/** What the command line has of the outside: handed in, so that tests hand in another. */
export interface Host {
  readonly stdout: Stream
  readonly stderr: Stream
  readonly env: Readonly<Record<string, string | undefined>>
  /** Ends when somebody wants the program to stop. */
  readonly signal: AbortSignal
  /** Milliseconds of the machine, from some fixed point. */
  elapsed(): number
  /** The hour of the machine, ISO 8601. */
  today(): string
}

export interface Stream {
  write(text: string): unknown
  readonly isTTY?: boolean
  readonly columns?: number
}

/** Whether to colour what goes to a stream: https://no-color.org. */
export function hasColor(stream: Stream, env: Host['env']): boolean {
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false
  return stream.isTTY === true || (env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0')
}
