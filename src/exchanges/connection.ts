import { createRequire } from 'node:module'
import type * as undici from 'undici'

type Undici = typeof undici

const load = createRequire(import.meta.url)

/** The settings for connections to a server: proxies and TLS. */
export interface Connection {
  /** The proxy URLs for http and https servers. */
  readonly httpProxy?: string
  readonly httpsProxy?: string
  /** Hosts that are reached without a proxy, separated by commas: `localhost,.internal,10.0.0.1:8080`. */
  readonly noProxy?: string
  /** Trusted certificate authorities in PEM. Default: the authorities that Node trusts. */
  readonly ca?: string
  /** A client certificate and its private key in PEM. */
  readonly cert?: string
  readonly key?: string
  /** True to accept any server certificate. Default: false. */
  readonly insecure?: boolean
}

/** Options that every connection needs. */
interface PoolOptions {
  readonly connections: number
  readonly maxHeaderSize: number
  readonly connectMilliseconds: number
}

/** Opens connections to one origin, through a proxy if one is configured. */
export function openDispatcher(origin: string, options: PoolOptions, connection: Connection = {}): undici.Dispatcher {
  const { httpProxy = '', httpsProxy = '', noProxy = '', ca, cert, key, insecure = false } = connection
  const { connections, maxHeaderSize, connectMilliseconds } = options
  const tls = {
    ...(ca === undefined ? {} : { ca }),
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
    ...(insecure ? { rejectUnauthorized: false } : {}),
  }
  const shared = {
    connections,
    pipelining: 1,
    maxHeaderSize,
    // The timeouts of undici are off, because they are inexact and none of them limits the whole response.
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { timeout: connectMilliseconds, ...tls },
  }
  if (httpProxy === '' && httpsProxy === '') return new (poolClass())(origin, shared)
  // For an http server, the proxy gets an absolute URL instead of a tunnel. RFC 9112 §3.2.2.
  const { EnvHttpProxyAgent } = load('undici') as Undici
  return new EnvHttpProxyAgent({ ...shared, httpProxy, httpsProxy, noProxy, requestTls: tls, proxyTunnel: false })
}

/**
 * Loads only the pool of undici. Its other parts (fetch, WebSocket, caches, mocks) take two thirds of the loading time.
 * If the file of the pool is missing in another version, loads all of undici.
 */
function poolClass(): Undici['Pool'] {
  try {
    return load('undici/lib/dispatcher/pool.js') as Undici['Pool']
  } catch {
    return (load('undici') as Undici).Pool
  }
}
