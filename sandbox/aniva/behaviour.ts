import { parseInstant } from '../time/instant.ts'
import { applyUpdate } from './apply.ts'
import { anivaChecks } from './checks.ts'
import { showAppointment } from './show.ts'
import type { AnivaBehaviour } from './update.ts'

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
