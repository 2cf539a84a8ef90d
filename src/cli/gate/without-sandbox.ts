/**
 * Removes the runs on the sandbox of all APIs that the sandbox does not implement. If the user chose the targets,
 * removes nothing. `skipped` contains one message for each removed run.
 */
export async function withoutSandbox<Work extends { readonly api: string; readonly kind: string }>(
  work: readonly Work[],
  { targetIsDefault }: { readonly targetIsDefault: boolean },
): Promise<{ readonly work: readonly Work[]; readonly skipped: readonly string[] }> {
  if (!targetIsDefault) return { work, skipped: [] }
  // The sandbox is imported only here, so that the gate starts without loading it.
  const { API_NAMES } = await import('../../../sandbox/apis.ts')
  const isSkipped = ({ api, kind }: Work): boolean => kind === 'sandbox' && !API_NAMES.some((name) => name === api)
  return {
    work: work.filter((each) => !isSkipped(each)),
    skipped: work
      .filter(isSkipped)
      .map(
        ({ api }) =>
          `${api}: the sandbox is skipped, because it implements only ${API_NAMES.join(' and ')}; use --spec FILE -u URL for a server`,
      ),
  }
}
