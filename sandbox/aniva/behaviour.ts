import { parseInstant } from '../time/instant.ts'
import { applyAnivaUpdate } from './apply.ts'
import { anivaChecks } from './checks.ts'
import { showAnivaAppointment } from './show.ts'
import type { Behaviour } from '../behaviour.ts'
import type { AnivaAppointment } from './appointment.ts'
import type { AnivaCheckName } from './checks.ts'
import { anivaAppointmentOf, type AnivaUpdate } from './update.ts'

/** The behaviour of Aniva, with its types of updates, appointments and checks. */
export type AnivaBehaviour = Behaviour<AnivaUpdate, AnivaAppointment, AnivaCheckName>

/** The correct behaviour, as Aniva's document describes it. */
export const correctAniva: AnivaBehaviour = {
  methods: ['PATCH'],
  checks: anivaChecks,
  readTime: parseInstant,
  apply: applyAnivaUpdate,
  find: anivaAppointmentOf,
  save: (after, { server }) => {
    server.store.appointments.set(after.id, after)
  },
  show: showAnivaAppointment,
  answer: (answer) => answer,
}
