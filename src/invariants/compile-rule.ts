import { Environment, type ASTNode } from '@marcbachmann/cel-js'
import { ContractError, type ErrorCode } from '../errors.ts'
import { pathsRead, remembering, type ReadPath } from './remember-answers.ts'
import { registerTime, ZONED_GETTERS } from './time-functions.ts'

/** The variables that an invariant can read. */
export const VARIABLES = ['self', 'request', 'response', 'before', 'given'] as const
export type Variable = (typeof VARIABLES)[number]

/** A compiled CEL expression. */
export interface CompiledRule<Name extends string = Variable> {
  readonly text: string
  /** The variables that the expression reads. */
  readonly names: ReadonlySet<Name>
  /** The parts of these variables that the expression reads. */
  readonly reads: readonly ReadPath[]
  evaluate(values: Readonly<Partial<Record<Name, unknown>>>): RuleAnswer
}

/** The result of an evaluated invariant. */
export type RuleAnswer =
  | { readonly kind: 'value'; readonly value: unknown }
  /** The invariant does not apply to the response, because it reads a value that is absent or null. */
  | { readonly kind: 'nothing-to-say'; readonly because: string }
  /** The invariant itself contains an error. */
  | { readonly kind: 'fault'; readonly because: string }

/**
 * Compiles an expression of `x-invariants`. Throws `invariant-invalid`. `where` is the position that the error shows.
 */
export function compileRule(text: string, where: string): CompiledRule {
  return compileCel(text, where, VARIABLES, 'invariant-invalid')
}

/**
 * Compiles a CEL expression that reads the given variables. Throws a `ContractError` with `code` if the expression is
 * invalid. Replaces the time functions of the CEL library, because these accept impossible dates, reject long fractions
 * and depend on the local time zone.
 */
export function compileCel<Name extends string>(
  text: string,
  where: string,
  variables: readonly Name[],
  code: ErrorCode,
): CompiledRule<Name> {
  const environment = environmentOf(variables)
  try {
    if (text.trim() === '') throw new Error('the rule is empty (YAML reads an unquoted !has(x) as a tag)')
    const first = environment.parse(text)
    const renamed = withOurNames(text, first.ast)
    const parsed = renamed === text ? first : environment.parse(renamed)
    const names = new Set<Name>()
    visit(parsed.ast, (node) => {
      const name = node.op === 'id' ? variables.find((each) => each === node.args) : undefined
      if (name !== undefined) names.add(name)
    })
    const checked = parsed.check()
    if (!checked.valid) throw checked.error ?? new Error('the rule does not type-check')
    // No function in a rule depends on the clock or on settings of the machine. The same values therefore always give
    // the same answer.
    const reads = pathsRead(parsed.ast, variables)
    return { text, names, reads, evaluate: remembering(reads, (values) => answerOf(parsed, values)) }
  } catch (error) {
    throw new ContractError(code, {
      what: firstLine(error),
      where,
      next: 'write the rule in CEL, quoted or as a block scalar; specs/README.md has examples',
    })
  }
}

/** Cached environments, by the list of variables. Creating an environment is slow. */
const environments = new Map<readonly string[], Environment>()

function environmentOf(variables: readonly string[]): Environment {
  const known = environments.get(variables)
  if (known !== undefined) return known
  const environment = new Environment({ unlistedVariablesAreDyn: false })
  environments.set(variables, environment)
  for (const name of variables) environment.registerVariable(name, 'dyn')
  registerTime(environment)
  environment.registerFunction('list.isSorted(): bool', (list: unknown[]) => isSorted(list))
  return environment
}

/**
 * True if no item is less than the item before it. The CEL library of Kubernetes defines this function in the same way.
 */
function isSorted(list: readonly unknown[]): boolean {
  const order = list.map((item) => (item instanceof Date ? item.getTime() : (item as number | bigint | string)))
  return order.every((item, index) => index === 0 || (order[index - 1] ?? item) <= item)
}

function answerOf(evaluate: (values: object) => unknown, values: object): RuleAnswer {
  try {
    return { kind: 'value', value: evaluate(values) }
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
    const because = firstLine(error)
    const isAbsent = code === 'no_such_key' || code === 'absent_value'
    const isNull = /\bnull\b/.test(because) && (code === 'no_matching_overload' || code === 'no_such_overload')
    // The reasons are fixed texts, because messages of the CEL library may contain confidential values.
    if (isAbsent) return { kind: 'nothing-to-say', because: 'a field that the rule reads is absent' }
    if (isNull) return { kind: 'nothing-to-say', because: 'a field that the rule reads is null' }
    return { kind: 'fault', because: `the rule fails with ${code === '' ? 'an error' : code.replaceAll('_', ' ')}` }
  }
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
}

/**
 * Gives the time functions in an expression other names, because functions of the CEL library cannot be replaced. The
 * new names have the same length, so that positions in error messages stay correct.
 */
function withOurNames(text: string, root: ASTNode): string {
  const letters = [...text.split('')]
  visit(root, (node) => {
    if (node.op === 'call' && node.args[0] === 'timestamp') letters[node.range.start] = 'T'
    if (node.op !== 'rcall' || node.args[2].length !== 1 || !ZONED_GETTERS.has(node.args[0])) return
    const after = node.args[1].range.end
    const at = text.indexOf(node.args[0], after)
    if (at >= 0) letters[at] = 'G'
  })
  return letters.join('')
}

function visit(node: unknown, found: (node: ASTNode) => void): void {
  if (Array.isArray(node)) for (const each of node) visit(each, found)
  else if (typeof node === 'object' && node !== null && 'op' in node && 'args' in node) {
    found(node as ASTNode)
    visit(node.args, found)
  }
}
