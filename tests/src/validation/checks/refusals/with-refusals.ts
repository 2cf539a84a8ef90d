import { orders } from '../../list-findings.ts'

const RULES = `      x-refusals:
        - id: no-good-key
          status: '403'
          source: seed
          when: role in ['anonymous', 'unknown']
        - id: no-such-order
          status: '404'
          source: assumed
          when: state.name == "no-order"
`

/**
 * Returns the orders document with two refusal rules. The arguments replace parts of these rules and of the document.
 */
export function withRefusals(
  ofRules: readonly (readonly [before: string, after: string])[] = [],
  ...ofDocument: readonly (readonly [before: string, after: string])[]
): string {
  const rules = ofRules.reduce((text, [before, after]) => {
    if (text.split(before).length !== 2) throw new Error(`not exactly once in the rules: ${before}`)
    return text.replace(before, () => after)
  }, RULES)
  return orders(['      x-scenarios:\n', `${rules}      x-scenarios:\n`], ...ofDocument)
}
