/** What has to be known of an appointment to tell a second update from a first. */
interface Updated {
  readonly id: number | string
  readonly updatedAt: number | null
}

/** Carries out every update after the first as if the first had not been; only `updatedAt` moves on. */
export function onlyFirstUpdateStays<Appointment extends Updated, Update>(
  apply: (before: Appointment, update: Update) => Appointment,
): (before: Appointment, update: Update) => Appointment {
  const seen = new Map<Appointment['id'], { readonly original: Appointment; readonly updatedAt: number | null }>()
  return (before, update) => {
    const earlier = seen.get(before.id)
    const isSecond = earlier !== undefined && earlier.updatedAt === before.updatedAt
    const original = isSecond ? earlier.original : before
    const after = apply({ ...original, updatedAt: before.updatedAt }, update)
    seen.set(before.id, { original, updatedAt: after.updatedAt })
    return after
  }
}
