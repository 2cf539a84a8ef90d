import { parseInstant } from '../time/instant.ts'
import { applyUpdate } from './apply.ts'
import { lobbieChecks } from './checks.ts'
import { showAppointment } from './show.ts'
import type { Behaviour } from '../behaviour.ts'
import type { Appointment } from './appointment.ts'
import type { CheckName } from './checks.ts'
import { appointmentOf, type LobbieUpdate } from './update.ts'

/** How Lobbie handles updates. */
export type LobbieBehaviour = Behaviour<LobbieUpdate, Appointment, CheckName>

/** Lobbie as its document says. */
export const correctLobbie: LobbieBehaviour = {
  methods: ['PUT'],
  checks: lobbieChecks,
  readTime: parseInstant,
  apply: applyUpdate,
  find: appointmentOf,
  save: (after, { server }) => server.store.save(after),
  show: showAppointment,
  answer: (answer) => answer,
}
