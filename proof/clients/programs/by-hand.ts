import type { Options } from './job.ts'

/** Returns a function that requests a token once and keeps it until a minute before it expires. */
export function tokenSource({ baseUrl, clientId, clientSecret, fetch }: Options): () => Promise<string> {
  let kept: { readonly token: string; readonly until: number } | undefined
  return async () => {
    if (kept !== undefined && kept.until > Date.now()) return kept.token
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
    })
    const response = await fetch(`${baseUrl}/oauth/token`, { method: 'POST', body })
    if (!response.ok) throw new Error(`no token: ${response.status}`)
    const { access_token: token, expires_in: seconds } = (await response.json()) as {
      access_token: string
      expires_in: number
    }
    kept = { token, until: Date.now() + (seconds - 60) * 1000 }
    return token
  }
}

/**
 * Returns a `fetch` that adds the token, and repeats a request once if the network fails. Repeating is safe, because
 * every request is a PUT.
 */
export function authorized(options: Options): typeof globalThis.fetch {
  const token = tokenSource(options)
  return async (input, init) => {
    const request = new Request(input, init)
    request.headers.set('authorization', `Bearer ${await token()}`)
    const again = request.clone()
    return options.fetch(request).catch(() => options.fetch(again))
  }
}
