import { prove } from '../../dist/proof/prove/prove.js'
import { settleProof } from '../../dist/proof/prove/settle-proof.js'
import { chooseApis } from '../../dist/src/cli/apis.js'
import { mustRun } from './command.mjs'

/**
 * Runs the gate against one fault, as `npm run prove` does, and returns its findings. Drift counts as a detection here,
 * although it does not make the gate fail.
 */
export async function proveFault(fault, { plan, seed = 1 }) {
  const settings = settleProof(chooseApis([fault.api]), plan, { elapsed: () => performance.now() })
  const { faults } = await prove({ ...settings, seed, faults: [fault], variants: [] })
  return { findings: faults[0].findings.map(({ rule, clause }) => `${rule} ${clause}`) }
}

/** Runs the gate with the default plan against all current faults and harmless variants. */
export async function proveAll() {
  const { out } = await mustRun(process.execPath, ['dist/proof/main.js', '--format', 'json'], { minutes: 60 })
  const { faults, variants } = JSON.parse(out.slice(out.indexOf('{')))
  const ids = (rows) => rows.map(({ id }) => id)
  return {
    killed: ids(faults.filter(({ findings }) => findings.length > 0)),
    asExpected: faults.filter(({ outcome }) => outcome === 'killed').length,
    faults: faults.length,
    reported: ids(variants.filter(({ isQuiet }) => !isQuiet)),
    variants: variants.length,
  }
}

/**
 * Runs the gate of an older build (in the folder `root`) against the blind set `name`. Returns the ids of the detected
 * faults (`killed`) and of the reported variants (`reported`).
 */
export async function proveSet({ name, root }, plan) {
  const { out } = await mustRun(
    process.execPath,
    ['dist/proof/main.js', '--set', name, '--plan', plan, '--format', 'json'],
    { cwd: root, minutes: 60 },
  )
  const { faults, variants } = JSON.parse(out.slice(out.indexOf('{')))
  const hasError = ({ findings }) => findings.some(({ level }) => level === 'error')
  const ids = (rows) => rows.map(({ id }) => id)
  return { killed: ids(faults.filter(hasError)), reported: ids(variants.filter(({ isQuiet }) => !isQuiet)) }
}
