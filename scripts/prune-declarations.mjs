// Used by `shrink-package.mjs`.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'

/**
 * Removes from `.d.ts` files the declarations and imports that no export of `entries` needs. Deletes files that become
 * empty.
 */
export function pruneDeclarations(entries, files) {
  const modules = new Map(files.map((file) => [file, partsOf(file)]))
  const needed = new Set()
  for (const file of entries) need(file)
  for (const [file, parts] of modules) {
    const kept = parts.filter((part) => needed.has(part))
    if (kept.length === 0) rmSync(file)
    else writeFileSync(file, print(kept))
  }

  /**
   * Marks the statements that declare `name`, and everything that these statements use. If `name` is undefined, marks
   * all statements of the file.
   */
  function need(file, name) {
    for (const part of modules.get(file) ?? []) {
      if (needed.has(part) || (name !== undefined && part.name !== undefined && part.name !== name)) continue
      needed.add(part)
      for (const use of part.uses) need(...use)
    }
  }
}

/**
 * Splits a file into parts. A part is a statement, or one name of an import or export statement. `name` is the name
 * that the part declares. `uses` lists the files and names that the part needs.
 */
function partsOf(file) {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest)
  const path = ({ text }) => join(dirname(file), text.replace(/\.[jt]s$/, '.d.ts'))
  return source.statements.flatMap((statement) => {
    const from = statement.moduleSpecifier
    const list = statement.importClause?.namedBindings?.elements ?? statement.exportClause?.elements
    if (from !== undefined && list !== undefined) {
      const text = statement.getText(source)
      const [start, end] = [text.slice(0, text.indexOf('{')), text.slice(text.indexOf('}') + 1)]
      return list.map((element) => ({
        name: element.name.text,
        item: element.getText(source),
        start,
        end,
        uses: [[path(from), (element.propertyName ?? element.name).text]],
      }))
    }
    const uses = from === undefined ? [] : [[path(from)]]
    ts.forEachChild(statement, function visit(node) {
      if (ts.isIdentifier(node)) uses.push([file, node.text])
      if (ts.isImportTypeNode(node)) uses.push([path(node.argument.literal), node.qualifier?.getText(source)])
      ts.forEachChild(node, visit)
    })
    // `declare global` and `declare module` change other types, so they are needed even if no file imports their names.
    const { name } = ts.isModuleDeclaration(statement) ? {} : (statement.declarationList?.declarations[0] ?? statement)
    return [{ name: name?.text, text: statement.getFullText(source).trim(), uses }]
  })
}

/** Prints parts as code. Puts the names of one import back into one statement. */
function print(parts) {
  const statements = parts.map(({ text, start, end }, at) => {
    if (text !== undefined) return text
    const same = parts.filter((part) => part.start === start && part.end === end)
    return same[0] === parts[at] ? `${start}{ ${same.map(({ item }) => item).join(', ')} }${end}` : ''
  })
  return `${statements.filter((each) => each !== '').join('\n')}\n`
}
