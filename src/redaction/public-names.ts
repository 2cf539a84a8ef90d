import type { Document } from '../document/document.ts'
import { namesIn } from '../document/names-in.ts'

/** Names of common response headers. They belong to HTTP (RFC 9110 and its registry), caches, CORS and gateways. */
const HEADERS: ReadonlySet<string> = new Set(
  [
    'accept accept-patch accept-post accept-ranges age allow alt-svc cache-control clear-site-data connection',
    'content-disposition content-encoding content-language content-length content-location content-range',
    'content-security-policy content-type cross-origin-opener-policy cross-origin-resource-policy date deprecation',
    'etag expect-ct expires keep-alive last-modified link location origin-agent-cluster permissions-policy pragma',
    'preference-applied proxy-authenticate ratelimit-limit ratelimit-remaining ratelimit-reset referrer-policy',
    'request-id retry-after server server-timing set-cookie strict-transport-security sunset trailer',
    'transfer-encoding upgrade vary via warning www-authenticate x-content-type-options x-correlation-id',
    'x-dns-prefetch-control x-download-options x-frame-options x-permitted-cross-domain-policies x-powered-by',
    'x-ratelimit-limit x-ratelimit-remaining x-ratelimit-reset x-request-id x-robots-tag x-trace-id x-xss-protection',
    'access-control-allow-credentials access-control-allow-headers access-control-allow-methods',
    'access-control-allow-origin access-control-expose-headers access-control-max-age',
    'sl-violations x-amzn-requestid x-amzn-trace-id cf-ray',
  ].flatMap((line) => line.split(' ')),
)

/** Common media types of responses. */
const MEDIA_TYPES: ReadonlySet<string> = new Set(
  [
    'application/json application/problem+json application/hal+json application/vnd.api+json application/ld+json',
    'application/xml application/problem+xml application/octet-stream application/x-www-form-urlencoded',
    'application/javascript application/pdf application/x-ndjson application/yaml',
    'multipart/form-data text/html text/plain text/xml text/csv text/css text/javascript text/event-stream',
    'image/png image/jpeg image/svg+xml',
  ].flatMap((line) => line.split(' ')),
)

const PARAMETER = /^(?:charset="?(?:utf-?8|us-ascii|iso-8859-1|windows-1252|utf-16)"?|version=[\d.]{1,4})$/i

/** True if the name of a header may be published, because it is in `documented` or is a common name. */
export function isKnownHeader(name: string, documented: readonly string[]): boolean {
  return HEADERS.has(name) || documented.some((each) => each.toLowerCase() === name)
}

/**
 * Returns a content type that may be published, without unknown parameters. Returns undefined if the type is neither
 * documented nor common.
 */
export function shownMediaType(value: string, documented: readonly string[] = []): string | undefined {
  const [type = '', ...parameters] = value.split(';').map((part) => part.trim())
  const isDocumented = documented.some((range) => range.split(';')[0]?.trim().toLowerCase() === type.toLowerCase())
  if (!isDocumented && !MEDIA_TYPES.has(type.toLowerCase())) return undefined
  return [type, ...parameters.map((each) => (PARAMETER.test(each) ? each : `<parameter ${each.length}>`))].join('; ')
}

/** Property names in standard formats of errors: problem details (RFC 9457 §3.1), OAuth 2.0 (RFC 6749 §5.2). */
const STANDARD_PROPERTIES: ReadonlySet<string> = new Set(
  'type title status detail instance error error_description error_uri'.split(' '),
)

/**
 * Returns a property name if the document or a standard contains it. For any other name, returns only its length,
 * because it may be the name of a person.
 */
export function shownName(name: string, document: Document): string {
  return STANDARD_PROPERTIES.has(name) || namesIn(document).has(name) ? name : `<name ${Array.from(name).length}>`
}
