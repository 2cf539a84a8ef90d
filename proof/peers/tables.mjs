/** Prints a table in Markdown. */
export function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** Prints a share with its 95 % interval (Wilson), such as the share of detected faults. */
export function share(part, of) {
  if (of === 0) return 'not measured'
  const z = 1.96
  const middle = part / of + z ** 2 / (2 * of)
  const spread = z * Math.sqrt(((part / of) * (1 - part / of)) / of + z ** 2 / (4 * of ** 2))
  const [low, high] = [middle - spread, middle + spread].map((bound) =>
    percent(Math.min(1, Math.max(0, bound / (1 + z ** 2 / of)))),
  )
  return `${part} (${percent(part / of)}; ${low} to ${high})`
}

const percent = (part) => `${Math.round(100 * part)} %`

/** Prints ids as code, or `none`. */
export function named(ids) {
  return ids.length === 0 ? 'none' : ids.map((id) => `\`${id}\``).join(', ')
}

/** Prints milliseconds as seconds. */
export function seconds(milliseconds) {
  if (milliseconds === undefined) return 'not measured'
  return `${(milliseconds / 1000).toFixed(1)} s`
}
