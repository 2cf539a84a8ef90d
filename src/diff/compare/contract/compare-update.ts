import type { UpdateRule } from '../../../operations/annotations.ts'
import type { CompareOperation, FoundChange } from '../../found.ts'

/** Compares `x-update` and the annotations of fields: `x-volatile`, `x-follows`, `x-reads-back` and `x-server-data`. */
export const compareUpdate: CompareOperation = ({ base, head }) => {
  const [mine, theirs] = [base.update, head.update]
  const about = { part: 'update', base: mine?.address ?? base.address, head: theirs?.address ?? head.address }
  if (mine === undefined && theirs === undefined) return []
  if (theirs === undefined) return [{ ...about, rule: 'update-rule-removed', what: '`x-update: partial` was removed.' }]
  if (mine === undefined) return [{ ...about, rule: 'update-rule-added', what: '`x-update: partial` was added.' }]
  return [...compareChangeable(mine, theirs), ...compareFields(mine, theirs)].map((each) => ({ ...about, ...each }))
}

type Change = Pick<FoundChange, 'rule' | 'part' | 'what' | 'key'>

/**
 * Compares the side effects of an update: the fields that the update is allowed to change although it does not send
 * them.
 */
function compareChangeable(mine: UpdateRule, theirs: UpdateRule): Change[] {
  const [from, to] = [causesOf(mine), causesOf(theirs)]
  return [...new Set([...from.keys(), ...to.keys()])].flatMap((field): Change[] => {
    const [old, now] = [from.get(field) ?? [], to.get(field) ?? []]
    const part = `update /${field}`
    const sentence = (causes: readonly string[], word: string): string =>
      causes.includes(ANY)
        ? `Any update may ${word} change \`${field}\`.`
        : `An update of ${causes.map((each) => `\`${each}\``).join(', ')} may ${word} change \`${field}\`.`
    const added = old.includes(ANY) ? [] : now.filter((each) => !old.includes(each))
    const removed = now.includes(ANY) ? [] : old.filter((each) => !now.includes(each))
    return [
      ...(added.length > 0
        ? [
            {
              rule: 'field-became-changeable' as const,
              part,
              what: sentence(added, 'now'),
              key: `${field} ${added.join(' ')}`,
            },
          ]
        : []),
      ...(removed.length > 0
        ? [
            {
              rule: 'field-became-stable' as const,
              part,
              what: sentence(removed, 'no longer'),
              key: `${field} ${removed.join(' ')}`,
            },
          ]
        : []),
    ]
  })
}

const ANY = '*'

function causesOf({ volatile, follows }: UpdateRule): ReadonlyMap<string, readonly string[]> {
  return new Map([...follows, ...volatile.map((field) => [field, [ANY]] as const)])
}

function compareFields(mine: UpdateRule, theirs: UpdateRule): Change[] {
  return mine.fields.flatMap((field): Change[] => {
    const twin = theirs.fields.find(({ name }) => name === field.name)
    if (twin === undefined) return []
    const part = `update /${field.name}`
    const changes: Change[] = []
    if (field.readsBack !== twin.readsBack) {
      const rule = field.readsBack === undefined ? 'read-back-added' : 'read-back-removed'
      const what = placeChange(field.name, field.readsBack, twin.readsBack)
      changes.push({ rule, part, what, key: field.name })
    }
    if (field.isServerData !== twin.isServerData) {
      const rule = twin.isServerData ? 'server-data-added' : 'server-data-removed'
      const what = `\`x-server-data\` of \`${field.name}\` was ${twin.isServerData ? 'added' : 'removed'}.`
      changes.push({ rule, part, what, key: field.name })
    }
    return changes
  })
}

function placeChange(name: string, old: string | undefined, now: string | undefined): string {
  if (now === undefined) return `The response no longer shows \`${name}\` (before: at ${old}).`
  if (old === undefined) return `The response now shows \`${name}\` at ${now} (before: not shown).`
  return `The place of \`${name}\` in the response changed from ${old} to ${now}.`
}
