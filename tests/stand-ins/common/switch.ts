/** A question that the vendor's documentation leaves open, or a defect. The first position is the default. */
export interface Switch {
  /** For a reading, the most natural one comes first. For a defect, `off` and `on`. */
  readonly positions: readonly [string, string, ...string[]]
  /** The section of the vendor facts whose silence it fills, or the promise that a defect violates. */
  readonly source: string
  /** The behaviour that the switch changes. */
  readonly meaning: string
  /** True if a position lets the server answer 429 or 503, which stops a careful client. */
  readonly interrupts?: true
}

/** The chosen position of each switch. */
export type Settings<Switches extends Readonly<Record<string, Switch>>> = {
  readonly [Id in keyof Switches]: Switches[Id]['positions'][number]
}

/** A defect, with the promise that it violates. */
export const defect = (meaning: string, source: string) => ({ positions: ['off', 'on'], source, meaning }) as const

/**
 * The positions of all switches.
 * @param set positions by switch; `off` and `on` also select the first and the second one
 * @throws RangeError for a switch or a position that does not exist
 */
export function settle<Switches extends Readonly<Record<string, Switch>>>(
  switches: Switches,
  set: Readonly<Record<string, string>>,
): Settings<Switches> {
  const unknown = Object.keys(set).find((id) => !Object.hasOwn(switches, id))
  if (unknown !== undefined)
    throw new RangeError(`Unknown switch '${unknown}'. The switches are ${Object.keys(switches).join(', ')}.`)
  const chosen = Object.entries(switches).map(([id, { positions }]) => {
    const wanted = set[id] ?? positions[0]
    const position = positions.includes(wanted) ? wanted : { off: positions[0], on: positions[1] }[wanted]
    if (position === undefined)
      throw new RangeError(`Switch '${id}' has the positions ${positions.join(', ')}, got '${wanted}'.`)
    return [id, position]
  })
  return Object.fromEntries(chosen) as Settings<Switches>
}
