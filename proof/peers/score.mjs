/**
 * Returns functions that say which tool detected which fault. A fault or variant counts only if every tool was run
 * against it, so that all columns of a table are about the same servers. For a blind set, the results of the gate are
 * those of its first run. For all other faults, they are those of the current gate.
 */
export function scoreOf({ here, groups, kills, alarms, gate }) {
  const tools = here.filter(({ isOnlyTimed }) => isOnlyTimed !== true)
  const others = tools.filter(({ plan }) => plan === undefined)
  const keyOf = ({ peer, group, id }) => `${peer} ${group} ${id}`
  const rows = new Map([...kills, ...alarms, ...gate.kills].map((row) => [keyOf(row), row]))
  const isRun = (group, id) => others.every(({ name }) => rows.has(keyOf({ peer: name, group: group.name, id })))
  const firstRun = (group, { plan }) => (plan === undefined ? undefined : gate.first[`${group.name} ${plan}`])
  const measured = groups.map((group) => ({
    ...group,
    all: group.all ?? group.faults.length,
    listed: group.faults,
    faults: group.faults.filter(({ id }) => isRun(group, id)),
    variants: group.variants.filter(({ id }) => isRun(group, id)),
  }))
  return {
    tools,
    blind: measured.filter(({ commit }) => commit !== undefined),
    group: (name) =>
      measured.find((each) => each.name === name) ?? { name, all: 0, listed: [], faults: [], variants: [] },
    detects(tool, group, id) {
      const first = group.commit === undefined ? undefined : firstRun(group, tool)
      if (first !== undefined) return first.killed.includes(id)
      return (rows.get(keyOf({ peer: tool.name, group: group.name, id }))?.findings.length ?? 0) > 0
    },
    reports(tool, group, id) {
      const first = firstRun(group, tool)
      if (first !== undefined) return first.reported.includes(id)
      return (rows.get(keyOf({ peer: tool.name, group: group.name, id }))?.findings.length ?? 0) > 0
    },
    /** True if only the stateful phase of Schemathesis detected the fault. */
    isStatefulOnly(tool, group, id) {
      const row = rows.get(keyOf({ peer: tool.name, group: group.name, id }))
      return row !== undefined && row.findings.length > 0 && row.stateless?.length === 0
    },
  }
}
