import { chip, code, details, make, table } from './dom.js'

/**
 * A table with its rows grouped by operation. A column is `[heading, content]`; the content is text, an element or
 * empty. A column that is empty in every row is left out.
 */
export const groupedTable = (data, caption, columns) => {
  let shown = columns
  return {
    frame: (items) => {
      shown = columns.filter(([, content]) => items.some((item) => content(item) !== ''))
      return table(
        caption,
        shown.map(([heading]) => heading),
      )
    },
    row: (item, before) => {
      const cells = shown.map(([heading, content]) => make('td', { 'data-heading': heading }, content(item)))
      const row = make('tr', {}, ...cells)
      const isSameGroup = before !== undefined && before[0] === item[0] && before[1] === item[1]
      return isSameGroup ? [row] : [groupRow(data, item, shown.length), row]
    },
  }
}

const groupRow = (data, [run, operation], columns) => {
  const [api, target] = data.runs[run]
  const [id, method, path] = data.operations[operation]
  const about = make('span', { class: 'faint', text: `${id} · ${api} on ${target}` })
  const name = make('span', {}, make('span', { class: 'method', text: method }), ' ', code(path), ' ')
  return make('tr', { class: 'operation' }, make('th', { colspan: `${columns}`, scope: 'rowgroup' }, name, about))
}

const stateChip =
  (data) =>
  ([, , state]) =>
    chip(...data.states[state])

export const clauseColumns = (data) => [
  ['State', stateChip(data)],
  ['Clause', (clause) => make('code', { text: clause[8], title: clause[9] })],
  ['Kind', (clause) => data.words[clause[4]]],
  ['Source', (clause) => data.words[clause[5]]],
  ['Where', (clause) => whereIs(data, clause)],
  ['Exercised by', (clause) => exercisedBy(data, clause)],
]

const whereIs = (data, [run, , , , , , line, column]) =>
  make('code', { text: `line ${line}`, title: `${data.runs[run][2]}:${line}:${column}` })

const exercisedBy = (data, clause) => {
  const [count, by, because] = [clause[10], clause[11], data.words[clause[3]]]
  if (count === 0) return because === '' ? '' : make('span', { class: 'faint', text: because })
  return details(count === 1 ? '1 case' : `${count.toLocaleString('en')} cases`, () => {
    const names = by.map((at) => make('li', {}, code(data.cases[at][6])))
    const rest = count - by.length
    if (rest > 0) {
      const text = `and ${rest.toLocaleString('en')} more, in the JSON report`
      names.push(make('li', { class: 'faint', text }))
    }
    return make('ul', {}, ...names)
  })
}

export const caseColumns = (data) => [
  ['State', stateChip(data)],
  ['Case', (item) => make('span', {}, make('span', { class: 'title', text: item[7] }), code(item[6]))],
  ['Status', (item) => (item[4] === 0 ? '' : `${item[4]}`)],
  ['Milliseconds', (item) => (item[4] === 0 ? '' : `${item[5]}`)],
  ['Because', (item) => (item[3] === 0 ? '' : make('span', { class: 'faint', text: data.words[item[3]] }))],
]
