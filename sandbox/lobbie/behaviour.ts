import { parseInstant } from '../time/instant.ts'
import { applyUpdate } from './apply.ts'
import { lobbieChecks } from './checks.ts'
import { showAppointment } from './show.ts'
import type { Behaviour } from '../behaviour.ts'
import type { Appointment } from './appointment.ts'
import type { CheckName } from './checks.ts'
import type { LobbieUpdate } from './update.ts'

/** How the updates of this API are judged, applied and shown. */
export type LobbieBehaviour = Behaviour<LobbieUpdate, Appointment, CheckName>

/** Lobbie as its document has it. */
export const truthfulLobbie: LobbieBehaviour = {
  methods: ['PUT'],
  checks: lobbieChecks,
  readTime: parseInstant,
  apply: applyUpdate,
  keep: (after, { world }) => world.store.keep(after),
  show: showAppointment,
  answer: (answer) => answer,
}
