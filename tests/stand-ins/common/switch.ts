/**
 * A setting of a test server that imitates a vendor. `positions` has its possible values, the default first. There are
 * two kinds of settings. A reading is a question that the vendor's documentation does not answer, and each value is a
 * possible answer. A defect has the values `off` and `on`.
 */
export interface Switch {
  /** The possible values. The first value of a reading is the most probable answer. */
  readonly positions: readonly [string, string, ...string[]]
  /**
   * For a reading, the place in the notes on the vendor that names the open question. For a defect, the promise that
   * the defect violates.
   */
  readonly source: string
  /** The behaviour that the setting changes. */
  readonly meaning: string
  /** True if a value of the setting makes the server answer 429 or 503. A careful client then stops sending. */
  readonly interrupts?: true
}

/** The chosen value of each setting. */
export type Settings<Switches extends Readonly<Record<string, Switch>>> = {
  readonly [Id in keyof Switches]: Switches[Id]['positions'][number]
}

/** Makes a defect; `source` is the promise that the defect violates. */
export const defect = (meaning: string, source: string) => ({ positions: ['off', 'on'], source, meaning }) as const

/**
 * Returns the value of every setting. A setting that `set` does not name gets its default.
 * @param set the chosen values by setting; `off` also means the first value, and `on` the second
 * @throws RangeError for a setting or a value that does not exist
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
