import { Client } from 'undici'

/**
 * Sends requests over `connections` connections for `seconds` seconds. Each connection waits for a response before the
 * next request.
 */
export async function load({ url, connections, seconds, request }) {
  const until = performance.now() + seconds * 1000
  const counts = new Map()
  let failures = 0
  await Promise.all(
    Array.from({ length: connections }, async (_, index) => {
      const client = new Client(url)
      while (performance.now() < until) {
        try {
          const { statusCode, body } = await client.request(request(index))
          await body.dump()
          counts.set(statusCode, (counts.get(statusCode) ?? 0) + 1)
        } catch {
          failures += 1
        }
      }
      await client.close()
    }),
  )
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  return { rate: total / seconds, total, failures, statuses: Object.fromEntries(counts) }
}
