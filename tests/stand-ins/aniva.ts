import { authenticate } from './aniva/authenticate.ts'
import { readId } from './aniva/find.ts'
import { anivaCredentials, anivaIds } from './aniva/ids.ts'
import {
  cancelAppointment,
  confirmDraw,
  createAppointment,
  getAppointment,
  listAppointments,
  listLocations,
  listPanels,
} from './aniva/neighbours.ts'
import type { Caller, Server } from './aniva/server.ts'
import { anivaDefects, anivaReadings } from './aniva/switches.ts'
import { update } from './aniva/update.ts'
import { type View, viewAppointment } from './aniva/view.ts'
import { seedWorld } from './aniva/world.ts'
import { type Incoming, json, matchPath, type Reply, serve } from './common/http.ts'
import { Refusal, refusalReply } from './common/refusal.ts'
import { settle } from './common/switch.ts'
import type { StandIn, StandInOptions } from './stand-in.ts'

type Operation = (incoming: Incoming, id: string, caller: Caller, server: Server) => Reply

/** The operations, by path template and method. */
const routes: Readonly<Record<string, Readonly<Record<string, Operation>>>> = {
  '/api/v1/appointments': {
    GET: (incoming, _, caller, server) => listAppointments(incoming, caller, server),
    POST: (incoming, _, caller, server) => createAppointment(incoming, caller, server),
  },
  '/api/v1/appointments/{id}': {
    GET: (_, id, caller, server) => getAppointment(id, caller, server),
    PATCH: update,
    DELETE: (_, id, caller, server) => cancelAppointment(id, caller, server),
  },
  '/api/v1/appointments/{id}/confirm': { POST: confirmDraw },
  '/api/v1/locations': { GET: (_, __, caller, server) => listLocations(caller, server) },
  '/api/v1/panels': { GET: (_, __, ___, server) => listPanels(server) },
}

/** Answers a request, or throws a `Refusal`. */
function answer(incoming: Incoming, path: string, server: Server): Reply {
  const [template, operations] = Object.entries(routes).find(([one]) => matchPath(one, path) !== undefined) ?? []
  if (template === undefined || operations === undefined) throw new Refusal(404, 'Not found')
  const caller = authenticate(incoming, server)
  const operation = Object.hasOwn(operations, incoming.method) ? operations[incoming.method] : undefined
  if (operation === undefined)
    throw new Refusal(405, 'Method not allowed', { allow: Object.keys(operations).join(', ') })
  if (incoming.body.length > 16_384 && server.settings['body-size'] === '16-kibibytes')
    throw new Refusal(413, 'Payload too large')
  const { id } = matchPath(template, path) ?? {}
  return operation(incoming, id === undefined ? '' : readId(id, 'id', server), caller, server)
}

/**
 * Confirms each appointment that has been pending for a minute. Does nothing if the setting `pending-confirmation` is
 * `never`.
 */
function confirmPending({ settings, world, now }: Server, startedAt: number): void {
  if (settings['pending-confirmation'] === 'never') return
  for (const one of world.appointments)
    if (one.status === 'pending' && now() - Math.max(one.createdAt, startedAt) >= 60_000) one.status = 'confirmed'
}

/** A running stand-in of Aniva: a test server that imitates the vendor's server. `startAniva` returns it. */
export type AnivaStandIn = StandIn<typeof anivaCredentials, typeof anivaIds & { readonly takenTime: string }, View>

/**
 * Starts a test server that imitates Aniva's Partner API: the operations to update, get, list, create, cancel and
 * confirm appointments, and to list locations. `effects` lists each confirmation. At the time `ids.takenTime`, the
 * location `ids.locationId` has an appointment.
 */
export async function startAniva({ port = 0, set = {}, now = Date.now }: StandInOptions = {}): Promise<AnivaStandIn> {
  const settings = settle({ ...anivaReadings, ...anivaDefects }, set)
  const startedAt = now()
  const server: Server = { settings, world: seedWorld(startedAt, settings), now, effects: [] }
  const prefix = settings['base-path'] === 'root' ? '' : '/gateway'
  let received = 0
  const handle = (incoming: Incoming): Reply => {
    received += 1
    confirmPending(server, startedAt)
    try {
      if (settings.overload !== 'never' && received % 12 === 0)
        throw new Refusal(Number(settings.overload), 'Slow down', { 'retry-after': '1' })
      return answer(incoming, incoming.path.startsWith(prefix) ? incoming.path.slice(prefix.length) : '', server)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return error.status === 403 ? json(403, { error: 'Forbidden' }) : refusalReply(error, settings['error-body'])
    }
  }
  const { origin, log, close } = await serve(handle, port, now)
  const view = (one: (typeof server.world.appointments)[number]): View => viewAppointment(one, server.world)
  const taken = server.world.appointments.find(({ id }) => id === anivaIds.otherProfileAppointmentId)
  return {
    baseUrl: origin + prefix,
    tokenUrl: undefined,
    credentials: anivaCredentials,
    ids: { ...anivaIds, takenTime: taken === undefined ? '' : String(view(taken)['scheduled_at']) },
    log,
    appointments: () => server.world.appointments.map(view),
    effects: server.effects,
    close,
  }
}
