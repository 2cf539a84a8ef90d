/**
 * In the published package, openapi-typescript uses this file instead of the package `typescript` (23 MB). The file
 * builds type nodes and prints them like the TypeScript compiler. `generate` therefore works without a compiler and
 * with any TypeScript version. A test compares the output of this file with that of the compiler, for the documents of
 * the corpus.
 */
interface Node {
  readonly kind: string
  readonly literal?: Node
  comment?: string
}

interface Identifier extends Node {
  readonly text: string
  readonly escapedText: string
}

type Printed = (indent: string) => string

const PRINTED = new WeakMap<object, Printed>()

/** Maps each node kind to its name: `SyntaxKind.NullKeyword` is `'NullKeyword'`. */
const SyntaxKind = Object.fromEntries(
  `BooleanKeyword NeverKeyword NullKeyword NumberKeyword StringKeyword UndefinedKeyword UnknownKeyword QuestionToken
  MinusToken ExportKeyword ReadonlyKeyword MultiLineCommentTrivia SingleLineCommentTrivia`
    .split(/\s+/)
    .map((name) => [name, name]),
)

function make<Extra extends object>(kind: string, printed: Printed, extra?: Extra): Node & Extra {
  const node = { kind, ...extra } as Node & Extra
  PRINTED.set(node, printed)
  return node
}

function print(node: Node, indent: string): string {
  return PRINTED.get(node)?.(indent) ?? ''
}

function identifier(text: string): Identifier {
  return make('Identifier', () => text, { text, escapedText: text })
}

function named(name: string | Identifier): Identifier {
  return typeof name === 'string' ? identifier(name) : name
}

/** Puts parentheses around a union or an intersection inside another type. */
function grouped(node: Node, indent: string): string {
  return /^(?:Union|Intersection)Type$/.test(node.kind) ? `(${print(node, indent)})` : print(node, indent)
}

function keyword(kind: string): Node {
  return make(kind, () => kind.replace(/Keyword$/, '').toLowerCase())
}

function joined(kind: string, types: readonly Node[], sign: string): Node {
  return make(kind, (indent) => types.map((type) => grouped(type, indent)).join(` ${sign} `))
}

function lines(nodes: readonly Node[], indent: string, end: string, last: string): string {
  const deeper = `${indent}    `
  const printed = nodes.map((node, index) => {
    const text = print(node, deeper) + (index === nodes.length - 1 ? last : end)
    return `${commented(node, deeper)}${deeper}${text}`
  })
  return printed.length === 0 ? '' : `\n${printed.join('\n')}\n${indent}`
}

/** Prints the comment of a node with the same indentation as the node. */
function commented({ comment }: Node, indent: string): string {
  if (comment === undefined) return ''
  const [first = '', ...others] = comment.split(/\r\n|[\n\r\u2028\u2029]/)
  const rest = others.map((line) => {
    const text = line.trim()
    return text === '' ? '' : indent + ' '.repeat(column(line)) + text
  })
  return `${indent}${[first.trim(), ...rest].join('\n')}\n`
}

/** Returns the column of the first character that is not white space. A tab moves to the next multiple of four. */
function column(line: string): number {
  let at = 0
  for (const character of line) {
    if (character === '\t') at += 4 - (at % 4)
    else if (/\s/.test(character)) at += 1
    else break
  }
  return at
}

/** Returns a string literal. Escapes every character outside ASCII, as the compiler of TypeScript does. */
function quoted(text: string): string {
  return JSON.stringify(text)
    .replaceAll('\\f', '\\f')
    .replaceAll(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`)
}

function prefix(modifiers: readonly Node[] | undefined): string {
  return (modifiers ?? []).map((modifier) => `${print(modifier, '')} `).join('')
}

const factory = {
  createKeywordTypeNode: keyword,
  createModifier: keyword,
  createToken: (kind: string) => make(kind, () => (kind === 'QuestionToken' ? '?' : '-')),
  createTrue: () => make('TrueKeyword', () => 'true'),
  createFalse: () => make('FalseKeyword', () => 'false'),
  createNull: () => make('NullKeyword', () => 'null'),
  createIdentifier: identifier,
  createStringLiteral: (text: string) => make('StringLiteral', () => quoted(text), { text }),
  createNumericLiteral: (value: number | string) =>
    make('NumericLiteral', () => String(value), { text: String(value) }),
  createPrefixUnaryExpression: (_operator: string, operand: Node) =>
    make('PrefixUnaryExpression', (indent) => `-${print(operand, indent)}`),
  createLiteralTypeNode: (literal: Node) => make('LiteralType', (indent) => print(literal, indent), { literal }),
  createTypeReferenceNode: (name: string | Identifier, given: readonly Node[] = []) =>
    make('TypeReference', (indent) => {
      const list = given.map((each) => print(each, indent)).join(', ')
      return named(name).text + (list === '' ? '' : `<${list}>`)
    }),
  createIndexedAccessTypeNode: (object: Node, index: Node) =>
    make('IndexedAccessType', (indent) => `${grouped(object, indent)}[${print(index, indent)}]`),
  createArrayTypeNode: (item: Node) => make('ArrayType', (indent) => `${grouped(item, indent)}[]`),
  createTupleTypeNode: (items: readonly Node[]) => make('TupleType', (indent) => `[${lines(items, indent, ',', '')}]`),
  createUnionTypeNode: (types: readonly Node[]) => joined('UnionType', types, '|'),
  createIntersectionTypeNode: (types: readonly Node[]) => joined('IntersectionType', types, '&'),
  createTypeLiteralNode: (members: readonly Node[]) =>
    make('TypeLiteral', (indent) => `{${lines(members, indent, '', '')}}`, { members }),
  createPropertySignature: (
    modifiers: readonly Node[] | undefined,
    name: string | Node,
    question: Node | undefined,
    type: Node,
  ) =>
    make(
      'PropertySignature',
      (indent) => {
        const key = typeof name === 'string' ? name : print(name, indent)
        return `${prefix(modifiers)}${key}${question === undefined ? '' : '?'}: ${print(type, indent)};`
      },
      { questionToken: question },
    ),
  createParameterDeclaration: (
    _modifiers: undefined,
    _dots: undefined,
    name: Identifier,
    _question: undefined,
    type: Node,
  ) => make('Parameter', (indent) => `${name.text}: ${print(type, indent)}`),
  createIndexSignature: (modifiers: readonly Node[] | undefined, parameters: readonly Node[], type: Node) =>
    make('IndexSignature', (indent) => {
      const list = parameters.map((each) => print(each, indent)).join(', ')
      return `${prefix(modifiers)}[${list}]: ${print(type, indent)};`
    }),
  createTypeAliasDeclaration: (
    modifiers: readonly Node[] | undefined,
    name: string | Identifier,
    _parameters: undefined,
    type: Node,
  ) =>
    make('TypeAliasDeclaration', (indent) => `${prefix(modifiers)}type ${named(name).text} = ${print(type, indent)};`, {
      name: named(name),
      type,
    }),
  createInterfaceDeclaration: (
    modifiers: readonly Node[] | undefined,
    name: string | Identifier,
    _parameters: undefined,
    _heritage: undefined,
    members: readonly Node[],
  ) => {
    const declaration: Node & { readonly name: Identifier; members: readonly Node[] } = make(
      'InterfaceDeclaration',
      (indent) => `${prefix(modifiers)}interface ${named(name).text} {${lines(declaration.members, indent, '', '')}}`,
      { name: named(name), members },
    )
    return declaration
  },
  createNodeArray: (nodes: readonly Node[]) => nodes,
}

/** Parses one declaration. openapi-typescript passes only `type Name<…> = …`. */
function parse(source: string): Node & { readonly name: Identifier; readonly type: Node } {
  const [, name = '', type = ''] = /^type (\w+)[^=]*?(?:<.*?>)? = (.*?);?$/.exec(source.trim()) ?? []
  const printed = source.trim().replace(/\{ (.*?);? \}/g, '{\n    $1;\n}')
  return make('TypeAliasDeclaration', () => printed, {
    name: identifier(name),
    type: make('TypeReference', () => type),
  })
}

const isKind = (kind: string) => (node: Node) => node.kind === kind

/** The parts of the compiler's API that openapi-typescript uses. */
export const ts = {
  SyntaxKind,
  ScriptTarget: {},
  ScriptKind: {},
  NodeFlags: {},
  NewLineKind: {},
  factory,
  isTypeAliasDeclaration: isKind('TypeAliasDeclaration'),
  isInterfaceDeclaration: isKind('InterfaceDeclaration'),
  isTupleTypeNode: isKind('TupleType'),
  isArrayTypeNode: isKind('ArrayType'),
  isTypeNode: ({ kind }: Node) => /Type$|^Type(?:Literal|Reference)$|Keyword$/.test(kind),
  addSyntheticLeadingComment: (node: Node, _kind: string, text: string) => {
    node.comment = `/*${text}*/`
    return node
  },
  createSourceFile: (_name: string, source: string): { statements: readonly Node[] } => ({
    statements: source.trim() === '' ? [] : [parse(source)],
  }),
  createPrinter: () => ({
    printFile: ({ statements }: { readonly statements: readonly Node[] }) =>
      statements.map((node) => `${commented(node, '')}${print(node, '')}\n`).join(''),
  }),
}
