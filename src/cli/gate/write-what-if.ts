import { dirname, join, relative, resolve } from 'node:path'
import { stringify } from 'yaml'
import type { Document } from '../../document/document.ts'
import { isArray, isObject } from '../../json.ts'
import type { RunReport } from '../../report/report.ts'
import { runName } from '../../report/texts/summarize.ts'
import type { Host } from '../host/host.ts'
import { writable, writeNewFile } from '../report-folder.ts'
import type { GateOptions } from './gate-options.ts'

/**
 * Writes an overlay with which later runs detect the faults that `--what-if` lists. If several runs list faults, writes
 * one overlay per run, named after the API. If the run already used an earlier overlay at this path, keeps the actions
 * of the earlier overlay.
 */
export function writeWhatIf(
  runs: readonly RunReport[],
  work: readonly { readonly document: Document }[],
  { reportDir }: Pick<GateOptions, 'reportDir'>,
  host: Pick<Host, 'stderr'>,
): void {
  const withGaps = runs.flatMap((run, index) => {
    const document = work[index]?.document
    return document !== undefined && (run.whatIf?.gaps.length ?? 0) > 0 ? [{ run, document }] : []
  })
  for (const { run, document } of withGaps) {
    const name = withGaps.length === 1 ? 'what-if' : `${run.api}.what-if`
    const file = join(reportDir, `${name}.overlay.yaml`)
    const earlier = document.overlays.find(({ path }) => path === resolve(file))?.written
    const kept = isObject(earlier) && isArray(earlier['actions']) ? stringify(earlier['actions'], { lineWidth: 0 }) : ''
    const head = stringify({
      overlay: '1.1.0',
      info: {
        title: `Lets runs detect more faults of ${document.title}`,
        version: document.version === '' ? '1' : document.version,
      },
      extends: relative(dirname(resolve(file)), resolve(document.file)),
    })
    const actions = (run.whatIf?.gaps ?? []).map(({ overlay }) => overlay).join('')
    writable(reportDir, () => writeNewFile(file, `${head}actions:\n${kept}${actions}`))
    host.stderr.write(`${runName(run)}: ${file} makes these faults detectable; use it with --overlay.\n`)
  }
}
