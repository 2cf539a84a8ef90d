import { isObject } from '../../json.ts'
import { both, TOKEN, twoKindsOfExamples, type StructurePlace, type StructureProblem } from './structure-problem.ts'

/** For each location of a parameter, the allowed values of `style`. OpenAPI 3.1.1 §4.8.12.3, OpenAPI 3.2.0 §4.12.3. */
const STYLES: Readonly<Record<string, readonly string[]>> = {
  path: ['matrix', 'label', 'simple'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  header: ['simple'],
  cookie: ['form'],
}

/** Returns the problems of a Parameter Object. */
export function parameterProblems(place: StructurePlace): StructureProblem[] {
  const { path, value, minor } = place
  const [key = ''] = path.slice(-1)
  const { in: location, name, required, style } = value
  const styles = [...(STYLES[String(location)] ?? []), ...(location === 'cookie' && minor >= 2 ? ['cookie'] : [])]
  const problems: StructureProblem[] = []
  if (location === 'path' && required !== true) {
    problems.push(
      required === undefined
        ? { message: `\`${key}\` is a path parameter without \`required: true\`` }
        : { field: 'required', message: '`required` of a path parameter must be true' },
    )
  }
  if (typeof style === 'string' && styles.length > 0 && !styles.includes(style)) {
    problems.push({
      field: 'style',
      message: `\`style\` of a ${String(location)} parameter must be one of ${styles.join(', ')}`,
    })
  }
  if (location === 'querystring' && minor >= 2 && value['content'] === undefined)
    problems.push({ message: `\`${key}\` is the whole query string, so it needs \`content\`` })
  return [...problems, ...nameProblems(String(location), name), ...reservedProblems(place), ...valueProblems(place)]
}

/** Returns the problems of a Header Object. Outside `components`, the key of the object is the name of the header. */
export function headerProblems(place: StructurePlace): StructureProblem[] {
  const { path, value } = place
  const [owner, , name = ''] = path.slice(-3)
  const { style } = value
  return [
    ...(owner === 'components' ? [] : nameProblems('header', name).map(({ message }) => ({ message }))),
    ...(style === undefined || style === 'simple'
      ? []
      : [{ field: 'style', message: '`style` of a header must be simple' }]),
    ...reservedProblems(place),
    ...valueProblems(place),
  ]
}

function nameProblems(location: string, name: unknown): StructureProblem[] {
  if (typeof name !== 'string') return []
  if (location === 'path' && /[{}]/.test(name))
    return [{ field: 'name', message: `the name of the path parameter \`${name}\` has braces` }]
  return location === 'header' && !TOKEN.test(name)
    ? [{ field: 'name', message: `\`${name}\` is not a name that HTTP allows for a header` }]
    : []
}

/** Reports `allowReserved` in places where it has no effect. OpenAPI 3.1.1 §4.8.12.2, OpenAPI 3.2.0 §4.12.2. */
function reservedProblems({ value, minor }: StructurePlace): StructureProblem[] {
  const { in: location, style, allowReserved } = value
  const isQuery = location === 'query'
  const isEncoded = location === 'path' || (location === 'cookie' && style !== 'cookie')
  if (allowReserved !== true || isQuery || (minor >= 2 && isEncoded) || minor === 0) return []
  return [{ field: 'allowReserved', message: '`allowReserved` has no effect here', isOptional: true }]
}

/** Reports a parameter that has both `schema` and `content`, or neither. OpenAPI 3.1.1 §4.8.12. */
function valueProblems({ path, value }: StructurePlace): StructureProblem[] {
  const name = path.at(-1) ?? ''
  const { content } = value
  const beside = isObject(content) ? ['style', 'explode', 'allowReserved'] : []
  return [
    ...both(value, name, 'schema', 'content'),
    ...twoKindsOfExamples(value, name),
    ...beside
      .filter((key) => value[key] !== undefined)
      .map((key) => ({
        field: key,
        message: `\`${key}\` has no effect beside \`content\``,
        isOptional: true as const,
      })),
    ...(isObject(content) && Object.keys(content).length !== 1
      ? [{ field: 'content', message: `\`content\` has ${Object.keys(content).length} media types, and one is needed` }]
      : []),
  ]
}
