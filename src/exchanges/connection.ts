import { EnvHttpProxyAgent, Pool, type Dispatcher } from 'undici'

/** How a server is reached: proxies and TLS. */
export interface Connection {
  /** URL of the proxy for http and for https servers. */
  readonly httpProxy?: string
  readonly httpsProxy?: string
  /** Hosts that are reached directly, separated by commas: `localhost,.internal,10.0.0.1:8080`. */
  readonly noProxy?: string
  /** Certificates of trusted authorities, PEM. Default: those of Node. */
  readonly ca?: string
  /** Client certificate and its private key, PEM. */
  readonly cert?: string
  readonly key?: string
  /** Whether any server certificate is accepted. */
  readonly insecure?: boolean
}

/** The options of undici that every connection has. */
interface PoolOptions {
  readonly connections: number
  readonly maxHeaderSize: number
  readonly connectMilliseconds: number
}

/** Opens connections to one origin, through a proxy if there is one for it. */
export function openDispatcher(origin: string, options: PoolOptions, connection: Connection = {}): Dispatcher {
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
    // undici's timers have a resolution of a second, and none covers a whole response.
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { timeout: connectMilliseconds, ...tls },
  }
  if (httpProxy === '' && httpsProxy === '') return new Pool(origin, shared)
  // Without a tunnel plain http goes to the proxy in absolute form, which is what proxies expect. RFC 9112 §3.2.2.
  return new EnvHttpProxyAgent({ ...shared, httpProxy, httpsProxy, noProxy, requestTls: tls, proxyTunnel: false })
}
