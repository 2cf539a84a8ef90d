import type { Case } from '../../cases/case.ts'
import { headerOf, isAnswer, type Exchange } from '../../exchanges/exchange.ts'
import type { Target } from '../../targets/target.ts'

/** Headers of the POST that must not be sent in the GET of the new resource. */
const OF_THE_WRITE = /^(content-.*|idempotency-key|if-.*|accept)$/i

/**
 * If a POST was answered with 201, sends a GET to the `Location` of the response and returns the status of the GET.
 * Returns undefined if there is no response, if `Location` has another origin, or if the target is not a live server.
 */
export async function followLocation(
  { expect }: Case,
  { request, answer }: Exchange,
  target: Target,
): Promise<number | undefined> {
  if (target.name !== 'live' || !['accepted', 'status'].includes(expect.kind)) return undefined
  if (!isAnswer(answer) || answer.status !== 201) return undefined
  const location = headerOf(answer, 'location')
  const base = new URL(request.target, target.baseUrl)
  const url = location === undefined || !URL.canParse(location, base.href) ? undefined : new URL(location, base)
  if (url?.origin !== base.origin) return undefined
  const headers = request.headers.filter(([name]) => !OF_THE_WRITE.test(name))
  const got = await target.send({
    method: 'GET',
    target: url.pathname + url.search,
    headers: [['Accept', '*/*'], ...headers],
  })
  return isAnswer(got) ? got.status : undefined
}
