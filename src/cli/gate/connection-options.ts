import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { ContractError } from '../../errors.ts'
import type { Connection } from '../../exchanges/connection.ts'
import { codeOf } from '../../exchanges/transport-failure.ts'
import type { Host } from '../host/host.ts'

/** The options for TLS certificates. */
export interface TlsOptions {
  readonly ca?: string
  readonly cert?: string
  readonly key?: string
  readonly insecure: boolean
}

/** Adds the TLS options to a command. */
export function addConnectionOptions(command: Command): Command {
  return command
    .option('--ca <file>', 'trust the certificate authorities in this PEM file; needs --spec and -u')
    .option('--cert <file>', 'send this client certificate, PEM; needs --key')
    .option('--key <file>', 'private key of the client certificate, PEM; needs --cert')
    .option('--insecure', 'accept any certificate of the server')
}

/** Returns the TLS options. Throws `bad-argument` if only one of `--cert` and `--key` is given. */
export function tlsOptionsOf(all: Readonly<Record<string, unknown>>): TlsOptions {
  const file = <Name extends 'ca' | 'cert' | 'key'>(name: Name): Partial<Record<Name, string>> =>
    all[name] === undefined ? {} : ({ [name]: String(all[name]) } as Record<Name, string>)
  const options = { ...file('ca'), ...file('cert'), ...file('key'), insecure: all['insecure'] === true }
  if ((options.cert === undefined) !== (options.key === undefined)) {
    throw new ContractError('bad-argument', {
      what: '--cert and --key belong together: a client certificate is used with its private key',
      next: 'give both',
    })
  }
  return options
}

/**
 * Returns the settings for connections to a live server. Certificates are taken from the options, the proxy from the
 * environment. Throws `bad-argument`.
 */
export function connectionOf({ ca, cert, key, insecure }: TlsOptions, env: Host['env']): Connection {
  const proxy = (name: string): string | undefined => env[name] ?? env[name.toUpperCase()]
  const [httpProxy, httpsProxy, noProxy] = [proxy('http_proxy'), proxy('https_proxy'), proxy('no_proxy')]
  return {
    ...(httpProxy === undefined ? {} : { httpProxy }),
    ...(httpsProxy === undefined ? {} : { httpsProxy }),
    ...(noProxy === undefined ? {} : { noProxy }),
    ...(ca === undefined ? {} : { ca: pem('--ca', ca) }),
    ...(cert === undefined ? {} : { cert: pem('--cert', cert) }),
    ...(key === undefined ? {} : { key: pem('--key', key) }),
    insecure,
  }
}

function pem(option: string, file: string): string {
  const wrong = (what: string): ContractError =>
    new ContractError('bad-argument', { what: `${option} ${what}`, where: file, next: 'give a file in PEM format' })
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw wrong(`cannot be read (${codeOf(error)})`)
  }
  if (text.includes('-----BEGIN ')) return text
  throw wrong('is not a PEM file')
}
