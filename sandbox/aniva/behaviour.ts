import { parseInstant } from '../time/instant.ts'
import { applyUpdate } from './apply.ts'
import { anivaChecks } from './checks.ts'
import { showAppointment } from './show.ts'
import type { Behaviour } from '../behaviour.ts'
import type { Appointment } from './appointment.ts'
import type { CheckName } from './checks.ts'
import { appointmentOf, type AnivaUpdate } from './update.ts'

/** How Aniva handles updates. */
export type AnivaBehaviour = Behaviour<AnivaUpdate, Appointment, CheckName>

/** Aniva as its document says. */
export const correctAniva: AnivaBehaviour = {
  methods: ['PATCH'],
  checks: anivaChecks,
  readTime: parseInstant,
  apply: applyUpdate,
  find: appointmentOf,
  save: (after, { server }) => {
    server.store.appointments.set(after.id, after)
  },
  show: showAppointment,
  answer: (answer) => answer,
}
