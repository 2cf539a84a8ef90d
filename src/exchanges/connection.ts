import { EnvHttpProxyAgent, Pool, type Dispatcher } from 'undici'

/** The settings for connecting to a server: proxies and TLS. */
export interface Connection {
  /** Proxy URLs: `httpProxy` for servers with http, `httpsProxy` for servers with https. */
  readonly httpProxy?: string
  readonly httpsProxy?: string
  /** Hosts to connect to without a proxy, separated by commas: `localhost,.internal,10.0.0.1:8080`. */
  readonly noProxy?: string
  /** Certificates of trusted authorities in PEM. Default: the authorities that Node trusts. */
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
    // The timeouts of undici are off: they are accurate only to a second, and none limits a whole response.
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { timeout: connectMilliseconds, ...tls },
  }
  if (httpProxy === '' && httpsProxy === '') return new Pool(origin, shared)
  // A proxy expects plain http requests with an absolute URL instead of a tunnel. RFC 9112 §3.2.2.
  return new EnvHttpProxyAgent({ ...shared, httpProxy, httpsProxy, noProxy, requestTls: tls, proxyTunnel: false })
}
