import { Hono } from 'hono'
import { anivaRefusal } from './aniva/answer-update.ts'
import type { Aniva } from './aniva/aniva.ts'
import { type Answer, jsonAnswer, toResponse } from './answer.ts'
import type { ApiName } from './apis.ts'
import { answerObserve, answerStates, type Controlled, refusal } from './control.ts'
import { lobbieRefusal } from './lobbie/answer-update.ts'
import type { Lobbie } from './lobbie/lobbie.ts'

/** What can be asked, and who answers. */
export interface Routed {
  readonly apis: readonly ApiName[]
  readonly control: boolean
  readonly lobbie: Lobbie
  readonly aniva: Aniva
  readonly controlled: Controlled
  /** Milliseconds since 1970, as they pass in there. */
  readonly clock: () => number
}

interface Environment {
  readonly Bindings: { readonly remoteAddress: string }
}

const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/

/** From a request and the address it came from to its answer. Never rejects. */
export function createRoutes({ apis, control, lobbie, aniva, controlled, clock }: Routed) {
  const app = new Hono<Environment>()
  if (apis.includes('lobbie')) {
    app.all('/partner/v2/account/:accountId/location/:locationId/appointment/:appointmentId', async (context) =>
      toResponse(await lobbie.update(context.req.raw, context.req.param())),
    )
    for (const path of ['/oauth/token', '/oauth2/token']) {
      app.all(path, async (context) => toResponse(await lobbie.token(context.req.raw)))
    }
    app.all('/.well-known/jwks.json', async (context) => toResponse(await lobbie.keySet(context.req.raw)))
  }
  if (apis.includes('aniva')) {
    app.all('/api/v1/appointments/:id', async (context) =>
      toResponse(await aniva.update(context.req.raw, context.req.param('id'))),
    )
  }
  if (control) addControl(app, controlled, clock)
  app.notFound((context) => toResponse(noSuchPath(context.req.path)))
  app.onError((_error, context) => toResponse(brokenInside(context.req.path)))
  return (request: Request, remoteAddress: string) => app.fetch(request, { remoteAddress })
}

function addControl(app: Hono<Environment>, controlled: Controlled, clock: Routed['clock']): void {
  app.use('/__sandbox/*', async (context, next) => {
    if (LOOPBACK.test(context.env.remoteAddress)) return next()
    return toResponse(noSuchPath(context.req.path))
  })
  app.all('/__sandbox/status', () =>
    toResponse(jsonAnswer(200, { healthy: true, now: new Date(clock()).toISOString() })),
  )
  app.all('/__sandbox/states', async (context) => toResponse(await answerStates(controlled, context.req.raw)))
  app.all('/__sandbox/observe/:token', (context) =>
    toResponse(answerObserve(controlled, context.req.raw, context.req.param('token'))),
  )
}

function noSuchPath(path: string): Answer {
  return shapeOf(path)({ status: 404, message: 'There is nothing at this path.' })
}

/** Says nothing of what went wrong: that is for the people who run it, not for the caller. */
function brokenInside(path: string): Answer {
  return shapeOf(path)({ status: 500, message: 'Internal server error.' })
}

function shapeOf(path: string) {
  if (path.startsWith('/api/')) return anivaRefusal
  return path.startsWith('/__sandbox') ? refusal : lobbieRefusal
}
