/** For each range of statuses, such as `4XX`, the statuses that are registered with IANA. */
interface StatusesOf {
  '1XX': 100 | 101 | 102 | 103
  '2XX': 200 | 201 | 202 | 203 | 204 | 205 | 206 | 207 | 208 | 226
  '3XX': 300 | 301 | 302 | 303 | 304 | 305 | 307 | 308
  '4XX':
    | (400 | 401 | 402 | 403 | 404 | 405 | 406 | 407 | 408 | 409 | 410 | 411 | 412 | 413 | 414 | 415 | 416 | 417)
    | (421 | 422 | 423 | 424 | 425 | 426 | 428 | 429 | 431 | 451)
  '5XX': 500 | 501 | 502 | 503 | 504 | 505 | 506 | 507 | 508 | 511
}

/** All statuses of a documented range such as `4XX`. Statuses that the document lists separately are left out. */
export type StatusIn<Range extends keyof StatusesOf, Documented = never> = Exclude<StatusesOf[Range], Documented>

interface AnyAnswer<Status, Body> {
  readonly status: Status
  readonly body: Body
  /**
   * The number of attempts to send the request. The server may have processed an attempt that ended with a network
   * error. A later attempt can then get a 409.
   */
  readonly attempts: number
}

/** An answer that matches one of the documented responses. */
export interface Answer<Status, Body> extends AnyAnswer<Status, Body> {
  /** The headers, by lower-case name. */
  readonly headers: Readonly<Record<string, unknown>>
}

/** An answer that matches a documented response with headers. */
export interface AnswerWithHeaders<Status, Body, Headers> extends AnyAnswer<Status, Body> {
  /** The headers, by lower-case name. Declared headers also have an entry under their documented name. */
  readonly headers: Readonly<Headers>
}
