import { InvalidArgumentError } from 'commander'

/** Reads a port number for commander. */
export function portOption(value: string): number {
  const port = Number(value)
  if (!/^\d{1,5}$/.test(value) || port > 65_535) throw new InvalidArgumentError('It is no port from 0 to 65535.')
  return port
}
