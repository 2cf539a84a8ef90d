/**
 * Returns the text of a new `policy.yaml`. If `overlay` is given, the policy stops every run in which this overlay is
 * missing.
 */
export function policyText(overlay: string | undefined): string {
  return [
    '# The percentage of the checkable clauses that a run must exercise. Raise it to the percentage that a run reaches.',
    'coverage: { mock: 0, sandbox: 0 }',
    '# A blocked case fails the gate. `{ allow: … }` with a reason accepts blocked cases.',
    'blocked: fail',
    ...(overlay === undefined ? [] : ['# A run stops if this overlay is missing.', `overlays: [${overlay}]`]),
    '',
  ].join('\n')
}
