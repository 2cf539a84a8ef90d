/** A destructive action, and the words that describe it in names and summaries. */
export interface DestructiveWords {
  /** The end of the reported reason, such as `deletes` in "the path contains `/purge`, which deletes". */
  readonly does: string
  /** The verbs in their base form. A summary may use any form, such as "Deletes". */
  readonly verbs: readonly string[]
  /**
   * Nouns that must follow a verb: `format` counts only before `disk`. If absent, the verbs count before every noun.
   */
  readonly of?: readonly string[]
  /** Nouns that mean the action, as in `POST /orders/{id}/cancellation`. */
  readonly nouns?: readonly string[]
  /** Words that mean the action only if they are the last segment of a path, as in `POST /commands/{id}/run`. */
  readonly segments?: readonly string[]
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/u)

/** Words that suggest a destructive operation. Verbs of two words are written as one word: `logout`, `shutdown`. */
export const DESTRUCTIVE_WORDS: readonly DestructiveWords[] = [
  {
    does: 'deletes',
    verbs: words(`delete del remove destroy drop erase purge wipe truncate prune cleanup clean discard trash unlink
      detach expunge shred forget anonymize anonymise redact uninstall unregister deregister unenroll unsubscribe unpin
      evict kick expel deprovision decommission teardown overwrite unpair unbind unmount unassign disassociate dissociate`),
    nouns: words('deletion removal erasure eviction purge cleanup trash anonymization'),
  },
  {
    // Verbs in Spanish, Portuguese, German, French, Italian, Dutch and Polish.
    does: 'deletes',
    verbs: words(`eliminar elimina eliminare borrar borra excluir löschen loeschen lösche loesche entfernen supprimer
      supprime effacer cancella rimuovi rimuovere verwijder verwijderen usun usuń`),
  },
  {
    does: 'deletes',
    verbs: words('format'),
    of: words('disk drive volume partition device storage card filesystem'),
  },
  {
    does: 'archives or hides',
    verbs: words('archive unpublish hide retire retract recall takedown'),
  },
  {
    does: 'clears or resets',
    verbs: words('clear flush empty reset zero revert rollback undo rewind reinitialize reinitialise'),
    nouns: words('reset flush rollback'),
  },
  {
    does: 'brings an older state back',
    verbs: words('restore'),
    of: words('backup snapshot dump database revision'),
  },
  {
    does: 'disables or stops',
    verbs: words(`disable deactivate suspend block ban lock freeze pause stop halt kill terminate shutdown poweroff
      turnoff off restart reboot reload quit hangup drain cordon quarantine blacklist denylist disconnect end`),
    nouns: words('shutdown restart reboot deactivation suspension termination'),
  },
  {
    does: 'ends access',
    verbs: words('logout logoff signout signoff revoke invalidate'),
    nouns: words('logout logoff signout revocation'),
  },
  {
    does: 'ends access',
    verbs: words('rotate regenerate roll renew'),
    of: words('key apikey secret credential token certificate'),
  },
  {
    does: 'cannot be taken back',
    verbs: words(`cancel abort close void expire reject decline deny refuse dismiss withdraw refund chargeback reverse
      merge transfer release leave cancelar anular annuler stornieren storno`),
    nouns: words('cancellation cancelation withdrawal refund reversal rejection'),
  },
  {
    does: 'switches a mode',
    verbs: words('toggle switch'),
  },
  {
    does: 'switches a mode',
    verbs: words('set enable enter start activate change update on'),
    of: words('mode maintenance flag feature readonly'),
  },
  {
    does: 'changes a password',
    verbs: words('change reset set update forgot recover confirm renew'),
    of: words('password passphrase mfa 2fa otp'),
  },
  {
    does: 'executes code',
    verbs: words('exec eval invoke'),
    nouns: words('invocation'),
    segments: words('run shell execute'),
  },
  {
    does: 'executes code',
    verbs: words('execute run rerun evaluate dispatch'),
    of: words(
      'code command commands script scripts sql shell function macro migration migrations job task workflow pipeline',
    ),
  },
]

/**
 * Verbs that change something. An operation with such a verb counts as destructive only if it changes a whole
 * collection.
 */
export const UPDATING_VERBS = words('update replace set put patch edit change modify save mark upsert sync synchronize')

/** Words that mean many objects, as in `bulk-update`. */
export const BULK_WORDS = words('all bulk batch mass many multiple several query')

/** Verbs that create or read. After such a verb, a word such as `archive` is a noun: `createArchive`. */
export const HARMLESS_VERBS = words(`create add get list read fetch find search show check validate verify preview
  count file register request submit new insert make build generate store`)

/**
 * Verbs that add one thing. A PUT or PATCH with such a verb adds one thing even if its path is plural: "Enable
 * vulnerability alerts".
 */
export const ADDING_VERBS = words('add create enable start accept approve subscribe follow star append attach')

/**
 * Prepositions. In a name, the words before the first preposition describe the action: `review-gates` in
 * `review-gates-for-run`.
 */
export const PREPOSITIONS = words('of for from to by with without in on at using')

/** Path segments that mean settings for all users. */
export const SERVER_SETTINGS = words('settings config configuration mode maintenance')

/** Path segments that mean switches for all users. */
export const SWITCHES = words('feature-flags featureflags flags toggles')

/** Path segments that mean the account of the caller. */
export const OWN_OBJECT = words('me my self account profile')

/** Words that end like a plural but do not mean a collection, such as `settings` and `address`. */
export const NO_COLLECTIONS =
  words(`settings preferences permissions details credentials status address news series metadata
  process strings numbers booleans integers arrays objects headers payloads contents options analytics`)

/** Words before a verb that do not change the meaning of the verb: `bulk-delete`, `softDelete`. */
export const MODIFIERS = words(`bulk batch mass soft hard force forced factory async multi do perform
  trigger request a an the`)

/** Verbs that consist of two words, such as `log out`. */
export const TWO_WORD_VERBS = words(`log-out log-off sign-out sign-off shut-down roll-back power-off turn-off switch-off
  clean-up hang-up take-down tear-down re-run`)

/**
 * Verbs that count as destructive even in a GET, such as `GET /logout`. In a GET, other verbs are often nouns: `GET
 * /blocks/latest`.
 */
export const VERBS_OF_SAFE_METHODS = words(`delete remove purge flush destroy logout logoff signout signoff unsubscribe
  revoke shutdown restart reboot reset deactivate disable cancel clear wipe erase truncate kill terminate`)
