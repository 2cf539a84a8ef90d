import { type Ground, type Island, type StateFacts, StateError, type StateRequest } from '../state.ts'
import { addMinutes, type Instant } from '../time/instant.ts'
import { readWithOptions } from '../with-options.ts'
import { APPOINTMENT_STATUSES, type AppointmentStatus } from './appointment.ts'
import { clearIsland, type LobbieIds, lobbieIds, settleIsland } from './island.ts'
import { isStepAllowed } from './status-steps.ts'
import type { LobbieBehaviour, LobbieWorld } from './update.ts'

interface Settled {
  readonly ids: LobbieIds
  readonly status: AppointmentStatus
  readonly zone: string
  readonly show: (time: Instant) => string
  readonly at: (days: number, hour: number) => Instant
}

/** The provider states of Lobbie's document: what each tells, by its name there. */
const STATES: Readonly<Record<string, (settled: Settled) => StateFacts>> = {
  appointment: (settled) => factsOf(settled, {}),
  'no-appointment': (settled) => factsOf(settled, { appointmentId: settled.ids.nobody }),
  'appointment-elsewhere': (settled) => factsOf(settled, { appointmentId: settled.ids.appointmentElsewhere }),
  'foreign-location': (settled) => factsOf(settled, { locationId: settled.ids.foreignLocation }),
  'foreign-account': (settled) =>
    factsOf(settled, { accountId: settled.ids.foreignAccount, locationId: settled.ids.foreignLocation }),
}

/** Makes the island that a state asks for. */
export function makeLobbieIsland(
  asked: StateRequest,
  ground: Ground,
  world: LobbieWorld,
  show: LobbieBehaviour['show'],
  ids: LobbieIds = lobbieIds(ground, asked.caseId),
): Island {
  const tell = Object.hasOwn(STATES, asked.state) ? STATES[asked.state] : undefined
  if (tell === undefined) throw new StateError(`Lobbie has no state ${asked.state}.`)
  const options = readWithOptions(asked.state, asked.with)
  const status = options.choice('status', APPOINTMENT_STATUSES, 'SCHEDULED')
  const isZone = (value: unknown): value is string => typeof value === 'string' && world.zones.isKnown(value)
  const zone = options.value('zone', isZone, 'America/New_York')
  options.nothingElse()
  settleIsland(world, { ids, status, zone, today: ground.today })
  const seen = (id: number) => {
    const kept = world.store.appointments.get(id)
    return kept === undefined ? null : show(kept, world)
  }
  return {
    facts: tell({
      ids,
      status,
      zone,
      show: (time) => world.zones.render(time, zone) ?? '',
      at: (days, hour) => world.zones.atWallTime(zone, ground.today, days, hour * 60),
    }),
    observe: () => ({ subject: seen(ids.appointment), bystander: seen(ids.bystander) }),
    release: () => clearIsland(world, ids),
  }
}

function factsOf({ ids, status, zone, show, at }: Settled, path: Readonly<Record<string, number>>): StateFacts {
  return {
    path: { accountId: ids.account, locationId: ids.location, appointmentId: ids.appointment, ...path },
    values: {
      practitionerId: [ids.otherPractitioner, ids.practitioner],
      startTime: [show(at(8, 10)), show(at(9, 15))],
      status: APPOINTMENT_STATUSES.filter((next) => isStepAllowed(status, next)),
    },
    given: {
      zone,
      takenStartTime: show(at(7, 13)),
      adjoiningStartTime: show(addMinutes(at(7, 13), 30)),
      receptionist: ids.receptionist,
      practitionerElsewhere: ids.practitionerElsewhere,
      nobody: ids.nobody,
    },
  }
}
