/** The rows of the clause and case lists. */
export const LISTS: string = String.raw`
const stateChip = (data, state) => {
  const [name, symbol, word] = data.states[state]
  return chip(name, symbol, word)
}

const cell = (heading, ...children) => make('td', { 'data-heading': heading }, ...children)

const groupOf = (data, run, operation) => {
  const [api, target] = data.runs[run]
  const [id, method, path] = data.operations[operation]
  const name = make('span', {}, make('span', { class: 'method', text: method }), ' ', code(path), ' ')
  return make('tr', { class: 'operation' },
    make('th', { colspan: '6', scope: 'rowgroup' }, name, make('span', { class: 'faint', text: id + ' · ' + api + ' on ' + target })))
}

const isNewGroup = (item, before) => before === undefined || before[0] !== item[0] || before[1] !== item[1]

const clauseRows = (data) => (clause, before) => {
  const [run, operation, state, because, kind, source, line, column, short, pointer, count, by] = clause
  const row = make('tr', {},
    cell('State', stateChip(data, state)),
    cell('Clause', make('code', { text: short, title: pointer })),
    cell('Kind', data.words[kind]),
    cell('Promised by', data.words[source]),
    cell('Where', make('code', { text: 'line ' + line, title: data.runs[run][2] + ':' + line + ':' + column })),
    cell('Exercised by', exercisedBy(data, count, by, data.words[because])))
  return isNewGroup(clause, before) ? [groupOf(data, run, operation), row] : [row]
}

const exercisedBy = (data, count, by, because) => {
  if (count === 0) return make('span', { class: 'faint', text: because || 'nothing' })
  const told = count === 1 ? '1 case' : count.toLocaleString('en') + ' cases'
  const details = make('details', { class: 'small' }, make('summary', { text: told }))
  details.addEventListener('toggle', () => {
    if (!details.open || details.children.length > 1) return
    const names = by.map((at) => make('li', {}, code(data.cases[at][6])))
    const rest = count - by.length
    if (rest > 0) names.push(make('li', { class: 'faint', text: 'and ' + rest.toLocaleString('en') + ' more, in the JSON report' }))
    details.append(make('ul', {}, ...names))
  })
  return details
}

const caseRows = (data) => (item, before) => {
  const [run, operation, state, because, status, milliseconds, path, title] = item
  const row = make('tr', {},
    cell('State', stateChip(data, state)),
    cell('Case', make('span', { class: 'title', text: title }), code(path)),
    cell('Status', status === 0 ? 'none' : '' + status),
    cell('Milliseconds', status === 0 ? '' : '' + milliseconds),
    cell('Because', make('span', { class: 'faint', text: data.words[because] })))
  return isNewGroup(item, before) ? [groupOf(data, run, operation), row] : [row]
}
`
