import type { TransportFailure } from './exchange.ts'

const KINDS: Readonly<Record<string, TransportFailure['kind']>> = {
  ECONNREFUSED: 'refused',
  ENOTFOUND: 'refused',
  EAI_AGAIN: 'refused',
  EHOSTUNREACH: 'refused',
  EHOSTDOWN: 'refused',
  ENETUNREACH: 'refused',
  EADDRNOTAVAIL: 'refused',
  ECONNRESET: 'reset',
  ECONNABORTED: 'reset',
  EPIPE: 'reset',
  UND_ERR_SOCKET: 'reset',
  UND_ERR_CONNECT_TIMEOUT: 'timed-out',
  ETIMEDOUT: 'timed-out',
  UND_ERR_HEADERS_TIMEOUT: 'timed-out',
  UND_ERR_BODY_TIMEOUT: 'timed-out',
  UND_ERR_HEADERS_OVERFLOW: 'malformed',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'malformed',
  UND_ERR_RES_EXCEEDED_MAX_SIZE: 'too-large',
  UND_ERR_ABORTED: 'aborted',
  UND_ERR_DESTROYED: 'aborted',
  UND_ERR_CLOSED: 'aborted',
}

const SENTENCES: Readonly<Record<TransportFailure['kind'], string>> = {
  refused: 'no connection could be made',
  tls: 'no TLS connection could be made',
  reset: 'the connection closed before the response was complete',
  'timed-out': 'no connection within the time limit',
  'too-large': 'the response is larger than the limit',
  malformed: 'the response is not HTTP/1.1',
  aborted: 'the request was cancelled',
}

/**
 * Classifies a connection error by its code. Does not use the message of the error, because it may quote the response.
 */
export function failureOf(error: unknown): TransportFailure {
  const code = codeOf(error)
  const kind = error instanceof Error && error.name === 'HTTPParserError' ? 'malformed' : kindOf(code)
  const sentence = kind === 'tls' ? tlsSentence(code) : SENTENCES[kind]
  return { kind, message: code === '' ? sentence : `${sentence} (${code})` }
}

function kindOf(code: string): TransportFailure['kind'] {
  if (code.startsWith('ERR_TLS') || code.startsWith('ERR_SSL') || /CERT|SIGNATURE|ISSUER|EPROTO/.test(code))
    return 'tls'
  return KINDS[code] ?? 'reset'
}

/** Describes a TLS problem and names the option that fixes it. The codes come from Node and OpenSSL. */
function tlsSentence(code: string): string {
  if (code === 'CERT_HAS_EXPIRED') return 'the certificate of the server has expired: renew it, or use --insecure'
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return 'the certificate of the server is for another host name: use that name in -u, or --insecure'
  }
  if (/CERTIFICATE_REQUIRED|HANDSHAKE_FAILURE|BAD_CERTIFICATE/.test(code)) {
    return 'the server refused the TLS connection; if it requires a client certificate, add --cert FILE --key FILE'
  }
  if (/WRONG_VERSION_NUMBER|EPROTO|PACKET_LENGTH/.test(code)) {
    return 'the server does not speak TLS on this port: use http:// in -u, or another port'
  }
  if (/CERT|SIGNATURE|ISSUER/.test(code)) {
    return 'the certificate of the server is not trusted: add --ca FILE with its authority, or use --insecure'
  }
  return SENTENCES.tls
}

/**
 * Returns the code of an error, or an empty text if the error has no code. If the connection failed at several
 * addresses, returns the code of the first.
 */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return ''
  if ('code' in error && typeof error.code === 'string') return error.code
  if (error instanceof AggregateError) return codeOf(error.errors[0])
  return ''
}
