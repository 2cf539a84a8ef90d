import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { filesBelow } from './files-below.ts'

/** Lists the files of rules in a copy of the repository: every file in a sub-folder of `src/rules`. */
export function ruleFiles(copy: string): string[] {
  return filesBelow(join(copy, 'src/rules'))
    .map((file) => relative(copy, file))
    .filter((file) => file.split('/').length === 4)
}

/**
 * Returns one sentence for each part of a rule that is missing in the copy. CONTRIBUTING.md ("Add a rule") lists these
 * parts.
 */
export function missingParts(copy: string): string[] {
  const list = readFileSync(join(copy, 'src/rules/rules.ts'), 'utf8')
  const imports = [...list.matchAll(/import \{ (\w+) \} from '\.\/(\w+\/[\w-]+)\.ts'/g)].map(
    ([, name = '', path = '']) => ({
      name,
      path,
    }),
  )
  const listed = imports.filter(({ name }) => list.includes(`  ${name},\n`)).map(({ path }) => path)
  const written = ruleFiles(copy).map((file) => file.slice('src/rules/'.length, -'.ts'.length))
  const tests = filesBelow(join(copy, 'tests/src/rules'))
  const tested = tests.map((file) => relative(join(copy, 'tests/src/rules'), file).slice(0, -'.test.ts'.length))
  const shows = (rule: string, example: string): boolean => {
    const test = join(copy, `tests/src/rules/${rule}.test.ts`)
    return existsSync(test) && readFileSync(test, 'utf8').includes(`examples.${example}`)
  }
  const all = [...new Set([...imports.map(({ path }) => path), ...written, ...tested])]
  return all.flatMap((rule) => [
    ...(written.includes(rule) ? [] : [`${rule} has no file in src/rules`]),
    ...(listed.includes(rule) ? [] : [`${rule} is not in the list of src/rules/rules.ts`]),
    ...['passes', 'fails']
      .filter((example) => !shows(rule, example))
      .map((example) => `no test of ${rule} shows the example that ${example}`),
  ])
}
