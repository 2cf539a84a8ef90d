import { parseInstant } from '../time/instant.ts'
import { applyLobbieUpdate } from './apply.ts'
import { lobbieChecks } from './checks.ts'
import { showLobbieAppointment } from './show.ts'
import type { Behaviour } from '../behaviour.ts'
import type { LobbieAppointment } from './appointment.ts'
import type { LobbieCheckName } from './checks.ts'
import { lobbieAppointmentOf, type LobbieUpdate } from './update.ts'

/** The behaviour of Lobbie, with its types of updates, appointments and checks. */
export type LobbieBehaviour = Behaviour<LobbieUpdate, LobbieAppointment, LobbieCheckName>

/** The correct behaviour, as Lobbie's document describes it. */
export const correctLobbie: LobbieBehaviour = {
  methods: ['PUT'],
  checks: lobbieChecks,
  readTime: parseInstant,
  apply: applyLobbieUpdate,
  find: lobbieAppointmentOf,
  save: (after, { server }) => server.store.save(after),
  show: showLobbieAppointment,
  answer: (answer) => answer,
}
