/** Returns the text of a new `policy.yaml`. `overlay` is the overlay without which runs would check less. */
export function policyText(overlay: string | undefined): string {
  return [
    '# Percentage of the clauses that a target can show which a run must exercise. Raise it to what a run reaches.',
    'coverage: { mock: 0, sandbox: 0 }',
    '# A blocked case fails the gate. `{ allow: … }` with a reason accepts blocked cases.',
    'blocked: fail',
    ...(overlay === undefined ? [] : ['# A run without this overlay stops.', `overlays: [${overlay}]`]),
    '',
  ].join('\n')
}
