import { parseInstant } from '../time/instant.ts'
import { applyUpdate } from './apply.ts'
import { lobbieChecks } from './checks.ts'
import { showAppointment } from './show.ts'
import type { LobbieBehaviour } from './update.ts'

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
