import type { LobbieFault } from '../../fault.ts'
import type { LobbieBehaviour } from '../../lobbie/behaviour.ts'
import { fieldOf } from '../../lobbie/update.ts'

const lobbie = { api: 'lobbie', family: 'validation', caughtBy: ['status_code_conformance'] } as const
const CRASH = { status: 500, message: 'Internal server error.' }
const BAD = { status: 400, message: 'The value is not taken.' }

/** The checks with one that is bothered by some notes, which the document allows. */
function bothered(
  checks: LobbieBehaviour['checks'],
  by: (note: string) => boolean,
  refusal: typeof CRASH,
): LobbieBehaviour['checks'] {
  return {
    ...checks,
    'fields-are-known': (update) => {
      const note = fieldOf(update, 'note')
      return typeof note === 'string' && by(note) ? refusal : checks['fields-are-known'](update)
    },
  }
}

/** Texts that the document allows and that few think of. */
export const lobbieTexts: readonly LobbieFault[] = [
  {
    ...lobbie,
    id: 'lobbie-empty-note-refused',
    lie: 'An empty note is refused.',
    caughtBy: ['positive_data_acceptance'],
    tell: ({ checks }) => ({ checks: bothered(checks, (value) => value === '', BAD) }),
  },
  {
    ...lobbie,
    id: 'lobbie-long-note-refused',
    lie: 'A note of more than 255 characters is refused.',
    caughtBy: ['positive_data_acceptance'],
    tell: ({ checks }) => ({ checks: bothered(checks, (value) => value.length > 255, BAD) }),
  },
  {
    ...lobbie,
    id: 'lobbie-emoji-in-note-crashes',
    family: 'status',
    lie: 'A note with a character beyond the first plane crashes the server.',
    tell: ({ checks }) => ({ checks: bothered(checks, (value) => /[\u{10000}-\u{10FFFF}]/u.test(value), CRASH) }),
  },
  {
    ...lobbie,
    id: 'lobbie-umlaut-in-note-garbled',
    lie: 'A note with letters beyond ASCII is written down with question marks.',
    family: 'update',
    caughtBy: ['partial_update_frame'],
    tell: ({ apply }) => ({
      apply: (before, update) => {
        const after = apply(before, update)
        return { ...after, note: after.note.replaceAll(/[^ -~]/gu, '?') }
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-note-trimmed',
    lie: 'Blanks around a note are taken away.',
    family: 'update',
    caughtBy: ['partial_update_frame'],
    tell: ({ apply }) => ({
      apply: (before, update) => {
        const after = apply(before, update)
        return { ...after, note: after.note.trim() }
      },
    }),
  },
]
