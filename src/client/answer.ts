/** For each range, such as `4XX`, the statuses that are registered with IANA. */
interface StatusesOf {
  '1XX': 100 | 101 | 102 | 103
  '2XX': 200 | 201 | 202 | 203 | 204 | 205 | 206 | 207 | 208 | 226
  '3XX': 300 | 301 | 302 | 303 | 304 | 305 | 307 | 308
  '4XX':
    | (400 | 401 | 402 | 403 | 404 | 405 | 406 | 407 | 408 | 409 | 410 | 411 | 412 | 413 | 414 | 415 | 416 | 417)
    | (421 | 422 | 423 | 424 | 425 | 426 | 428 | 429 | 431 | 451)
  '5XX': 500 | 501 | 502 | 503 | 504 | 505 | 506 | 507 | 508 | 511
}

/**
 * The statuses of one documented response. For a range such as `4XX`, these are its statuses without those that the
 * document lists separately.
 */
type StatusOf<Key, Documented> = Key extends keyof StatusesOf
  ? Exclude<StatusesOf[Key], Documented>
  : Key extends number
    ? Key
    : number

type BodyOf<Response> = Response extends { readonly content: infer Content }
  ? [Content] extends [never]
    ? undefined
    : Content[keyof Content]
  : undefined

type HeadersOf<Response> = Response extends { readonly headers: infer Headers } ? Readonly<Headers> : object

/** An answer that matches one documented response. */
export interface Answer<Status, Body, Headers> {
  readonly status: Status
  readonly body: Body
  /**
   * The headers. Each header is available by its name in lower case. A declared header is also available by the name in
   * the document.
   */
  readonly headers: Headers
  /**
   * The number of times that the request was sent. If it is more than 1 after a network error, the server may have
   * processed the first attempt. A 409 may then come from this first attempt.
   */
  readonly attempts: number
}

/** The same answer types without a body, for a HEAD request. RFC 9110 §9.3.2. */
export type WithoutBody<Given> =
  Given extends Answer<infer Status, unknown, infer Headers> ? Answer<Status, undefined, Headers> : never

/** All answers of an operation, as a union type. Checking `status` narrows the type of the body and headers. */
export type AnswerTo<Operation extends { readonly responses: object }> = {
  [Key in keyof Operation['responses']]: Answer<
    StatusOf<Key, keyof Operation['responses']>,
    BodyOf<Operation['responses'][Key]>,
    HeadersOf<Operation['responses'][Key]>
  >
}[keyof Operation['responses']]
