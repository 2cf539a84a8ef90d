import { EnvHttpProxyAgent, Pool, type Dispatcher } from 'undici'

/** How a server is reached: proxies and TLS. */
export interface Connection {
  /** Proxy URLs, for servers with http and with https. */
  readonly httpProxy?: string
  readonly httpsProxy?: string
  /** Hosts that are reached without a proxy, separated by commas: `localhost,.internal,10.0.0.1:8080`. */
  readonly noProxy?: string
  /** Certificates of trusted authorities in PEM. Default: those of Node. */
  readonly ca?: string
  /** Client certificate and its private key in PEM. */
  readonly cert?: string
  readonly key?: string
  /** If true, any server certificate is accepted. Default: false. */
  readonly insecure?: boolean
}

/** Options that every connection needs. */
interface PoolOptions {
  readonly connections: number
  readonly maxHeaderSize: number
  readonly connectMilliseconds: number
}

/** Opens connections to one origin, through a proxy if one is configured for the origin. */
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
    // The timeouts of undici are switched off: they are accurate only to a second, and none limits a whole response.
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { timeout: connectMilliseconds, ...tls },
  }
  if (httpProxy === '' && httpsProxy === '') return new Pool(origin, shared)
  // Without a tunnel, a plain http request is sent to the proxy with its absolute URL, as proxies expect. RFC 9112
  // §3.2.2.
  return new EnvHttpProxyAgent({ ...shared, httpProxy, httpsProxy, noProxy, requestTls: tls, proxyTunnel: false })
}
