import { generateKeyPair } from 'jose'
import { type Incoming, json, matchPath, type Reply, serve } from './common/http.ts'
import { Refusal, refusalReply } from './common/refusal.ts'
import { settle } from './common/switch.ts'
import { authenticate, authorize, checkKey, GatewayRefusal } from './lobbie/authorize.ts'
import { lobbieCredentials } from './lobbie/credentials.ts'
import { listAppointments } from './lobbie/list.ts'
import { readPathId } from './lobbie/read-path-id.ts'
import type { Server } from './lobbie/server.ts'
import { lobbieDefects, lobbieReadings } from './lobbie/switches.ts'
import { grantToken } from './lobbie/token.ts'
import { findAppointment, headersOf, update } from './lobbie/update.ts'
import { type AppointmentView, viewAppointment } from './lobbie/view.ts'
import { lobbieIds, locationOf, seedWorld } from './lobbie/world.ts'
import type { StandIn, StandInOptions } from './stand-in.ts'

const listPath = '/partner/v2/account/{accountId}/location/{locationId}/appointment'
const updatePath = `${listPath}/{appointmentId}`
const tokenPath = '/oauth2/token'

/** The key pair that signs tokens. The process makes it only once, because this takes a tenth of a second. */
let keys: Promise<Server['keys']> | undefined

/** Answers a request to the API, or throws a `Refusal`. */
async function answer(incoming: Incoming, path: string, server: Server): Promise<Reply> {
  const { settings, world } = server
  const one = matchPath(updatePath, path)
  const place = one ?? matchPath(listPath, path)
  if (place === undefined) throw new Refusal(404, 'there is no such resource')
  const { grants } = await authenticate(incoming, server)
  const offered = one === undefined ? ['GET'] : settings['get-one'] === 'offered' ? ['PUT', 'GET'] : ['PUT']
  if (!offered.includes(incoming.method)) {
    if (incoming.method === 'GET' && settings['get-one'] === '404') throw new Refusal(404, 'there is no such resource')
    throw new Refusal(405, 'the method is not allowed', { allow: offered.join(', ') })
  }
  const accountId = readPathId(place['accountId'], settings)
  const locationId = readPathId(place['locationId'], settings)
  const appointmentId = one === undefined ? undefined : readPathId(one['appointmentId'], settings)
  authorize(grants, accountId, locationId, server)
  if (appointmentId === undefined) return listAppointments(incoming, accountId, locationId, server)
  const ids = { accountId, locationId, appointmentId }
  if (incoming.method === 'PUT') return update(incoming, ids, server)
  const found = findAppointment(ids, server)
  return json(200, viewAppointment(found, locationOf(world, found).timeZone, settings), headersOf(found, server))
}

/**
 * Counts requests and token requests. The setting `overload` decides which requests are refused, and the setting
 * `token-limit` decides which token requests are refused.
 */
function makeLimiter({ settings, now }: Server) {
  let received = 0
  const tokenRequests: number[] = []
  return {
    countToken: () => {
      tokenRequests.push(now())
      const recent = tokenRequests.filter((time) => time > now() - 60_000)
      if (settings['token-limit'] !== 'none' && recent.length > 3)
        throw new GatewayRefusal(429, 'Too Many Requests', { 'retry-after': '60' })
    },
    count: () => {
      received += 1
      if (settings.overload !== 'never' && received % 12 === 0)
        throw new GatewayRefusal(Number(settings.overload), 'Slow down', { 'retry-after': '1' })
    },
  }
}

/** A running stand-in of Lobbie: a test server that imitates the vendor's server. `startLobbie` returns it. */
export type LobbieStandIn = StandIn<
  typeof lobbieCredentials,
  typeof lobbieIds & { takenStart: string },
  AppointmentView
>

/**
 * Starts a test server that imitates Lobbie's Partner API: the token endpoint, and the operations "Update appointment"
 * and "List appointments". At the time `ids.takenStart`, the practitioner `ids.busyPractitionerId` has an appointment.
 */
export async function startLobbie({
  port = 0,
  set = {},
  now = Date.now,
  tokenSeconds = 3600,
}: StandInOptions = {}): Promise<LobbieStandIn> {
  const settings = settle({ ...lobbieReadings, ...lobbieDefects }, set)
  keys ??= generateKeyPair('RS256')
  const server: Server = {
    settings,
    world: seedWorld(now(), settings),
    now,
    keys: await keys,
    tokenSeconds,
    effects: [],
  }
  const limiter = makeLimiter(server)
  const prefix = settings['base-path'] === 'root' ? '' : '/gateway'
  const handle = async (incoming: Incoming): Promise<Reply> => {
    try {
      if (incoming.path === tokenPath) {
        checkKey(incoming, server)
        limiter.countToken()
        return await grantToken(incoming, server)
      }
      limiter.count()
      return await answer(incoming, incoming.path.startsWith(prefix) ? incoming.path.slice(prefix.length) : '', server)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return refusalReply(error, error instanceof GatewayRefusal ? 'message' : settings['error-body'])
    }
  }
  const { origin, log, close } = await serve(handle, port, now)
  const view = (one: (typeof server.world.appointments)[number]): AppointmentView =>
    viewAppointment(one, locationOf(server.world, one).timeZone)
  const taken = server.world.appointments.find(({ practitionerId }) => practitionerId === lobbieIds.busyPractitionerId)
  return {
    baseUrl: origin + prefix,
    tokenUrl: origin + tokenPath,
    credentials: lobbieCredentials,
    ids: { ...lobbieIds, takenStart: taken === undefined ? '' : String(view(taken)['startTime']) },
    log,
    appointments: () => server.world.appointments.map(view),
    effects: server.effects,
    close,
  }
}
