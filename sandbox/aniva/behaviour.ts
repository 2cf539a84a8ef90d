import { parseInstant } from '../time/instant.ts'
import { applyUpdate } from './apply.ts'
import { anivaChecks } from './checks.ts'
import { showAppointment } from './show.ts'
import type { Behaviour } from '../behaviour.ts'
import type { Appointment } from './appointment.ts'
import type { CheckName } from './checks.ts'
import type { AnivaUpdate } from './update.ts'

/** How the updates of this API are judged, applied and shown. */
export type AnivaBehaviour = Behaviour<AnivaUpdate, Appointment, CheckName>

/** Aniva as its document has it. */
export const truthfulAniva: AnivaBehaviour = {
  methods: ['PATCH'],
  checks: anivaChecks,
  readTime: parseInstant,
  apply: applyUpdate,
  keep: (after, { world }) => {
    world.store.appointments.set(after.id, after)
  },
  show: showAppointment,
  answer: (answer) => answer,
}
