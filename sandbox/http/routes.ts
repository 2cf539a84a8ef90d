import { type Context, Hono } from 'hono'
import { anivaRefusal } from '../aniva/answer-update.ts'
import type { Aniva } from '../aniva/aniva.ts'
import { type SandboxAnswer, type Respond, jsonAnswer, toResponse, written } from './answer.ts'
import type { ApiName } from '../apis.ts'
import { answerObserve, answerStates, type FixtureControl, controlRefusal } from './control.ts'
import { lobbieRefusal } from '../lobbie/answer-update.ts'
import type { Lobbie } from '../lobbie/lobbie.ts'

/** The parts of the sandbox that answer requests. */
export interface RouteTargets {
  readonly apis: readonly ApiName[]
  readonly lobbie: Lobbie
  readonly aniva: Aniva
  /** Set if provider states can be set up over HTTP. */
  readonly control: FixtureControl | undefined
  /** Milliseconds since 1970 UTC. */
  readonly clock: () => number
}

interface Environment {
  readonly Bindings: { readonly remoteAddress: string; readonly respond: Respond }
}

const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/

/** Creates a function that answers requests. The function never rejects. */
export function createRoutes({ apis, control, lobbie, aniva, clock }: RouteTargets) {
  const app = new Hono<Environment>()
  const answerWith = ({ env }: Context<Environment>, answer: SandboxAnswer): Response =>
    env.respond(written(answer, clock()))
  if (apis.includes('lobbie')) {
    app.all('/partner/v2/account/:accountId/location/:locationId/appointment/:appointmentId', async (context) =>
      answerWith(context, await lobbie.update(context.req.raw, context.req.param())),
    )
    for (const path of ['/oauth/token', '/oauth2/token']) {
      app.all(path, async (context) => answerWith(context, await lobbie.token(context.req.raw)))
    }
    app.all('/.well-known/jwks.json', async (context) => answerWith(context, await lobbie.keySet(context.req.raw)))
  }
  if (apis.includes('aniva')) {
    app.all('/api/v1/appointments/:id', async (context) =>
      answerWith(context, await aniva.update(context.req.raw, context.req.param('id'))),
    )
  }
  if (control !== undefined) addControl(app, answerWith, control, clock)
  app.notFound((context) => answerWith(context, pathNotFound(context.req.path)))
  app.onError((_error, context) => answerWith(context, internalError(context.req.path)))
  return (request: Request, remoteAddress: string, respond: Respond = toResponse) =>
    app.fetch(request, { remoteAddress, respond })
}

function addControl(
  app: Hono<Environment>,
  answerWith: (context: Context<Environment>, answer: SandboxAnswer) => Response,
  control: FixtureControl,
  clock: RouteTargets['clock'],
): void {
  app.use('/__sandbox/*', async (context, next) => {
    if (LOOPBACK.test(context.env.remoteAddress)) return next()
    return answerWith(context, pathNotFound(context.req.path))
  })
  app.all('/__sandbox/status', (context) =>
    answerWith(context, jsonAnswer(200, { healthy: true, now: new Date(clock()).toISOString() })),
  )
  app.all('/__sandbox/states', async (context) => answerWith(context, await answerStates(control, context.req.raw)))
  app.all('/__sandbox/observe/:token', (context) =>
    answerWith(context, answerObserve(control, context.req.raw, context.req.param('token'))),
  )
}

function pathNotFound(path: string): SandboxAnswer {
  return refusalFor(path)({ status: 404, message: 'Not found.' })
}

/** Returns a 500 without the cause of the error, because the caller must not see the cause. */
function internalError(path: string): SandboxAnswer {
  return refusalFor(path)({ status: 500, message: 'Internal server error.' })
}

function refusalFor(path: string) {
  if (path.startsWith('/api/')) return anivaRefusal
  return path.startsWith('/__sandbox') ? controlRefusal : lobbieRefusal
}
