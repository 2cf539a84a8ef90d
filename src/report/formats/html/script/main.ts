/** Reads the data, filters, and keeps the lists and the address in step. */
export const MAIN: string = String.raw`
const data = JSON.parse(byId('data').textContent)
const inputs = Object.fromEntries(['search', 'api', 'target', 'level', 'clause-state', 'case-state'].map((id) => [id, byId(id)]))
const haystacks = { findings: [], clauses: [], cases: [] }
const texts = {
  findings: (finding) => JSON.stringify([finding.headline, finding.rule, finding.title, finding.clauses, finding.case, finding.expected, finding.received, finding.where, finding.fault, finding.fingerprint]),
  clauses: (clause) => [data.operations[clause[1]], data.words[clause[3]], data.words[clause[4]], data.words[clause[5]], clause[8], clause[9]].join(' '),
  cases: (item) => [data.operations[item[1]], data.words[item[3]], item[4], item[6], item[7]].join(' '),
}

const chosen = (kind, keep) => {
  const words = inputs.search.value.toLowerCase().split(/\s+/).filter((word) => word !== '')
  const runs = data.runs.map(([api, target]) => (inputs.api.value || api) === api && (inputs.target.value || target) === target)
  return data[kind].filter((item, index) => {
    if (!runs[kind === 'findings' ? item.run : item[0]] || !keep(item)) return false
    if (words.length === 0) return true
    const text = (haystacks[kind][index] ??= texts[kind](item).toLowerCase())
    return words.every((word) => text.includes(word))
  })
}

const none = (what) => () => data[what].length === 0 ? 'There are no ' + what + '.' : 'No ' + what + ' match the filters.'
const lists = {
  findings: pagedList(byId('findings-list'), {
    size: 50,
    empty: none('findings'),
    frame: () => { const list = make('div', { class: 'findings' }); return [list, list] },
    row: findingItem(data),
  }),
  clauses: pagedList(byId('clauses-list'), {
    size: 50,
    empty: none('clauses'),
    frame: () => table('Clauses and what exercised them', ['State', 'Clause', 'Kind', 'Promised by', 'Where', 'Exercised by']),
    row: clauseRows(data),
  }),
  cases: pagedList(byId('cases-list'), {
    size: 100,
    empty: none('cases'),
    frame: () => table('Cases', ['State', 'Case', 'Status', 'Milliseconds', 'Because']),
    row: caseRows(data),
  }),
}

const isState = (input) => {
  const wanted = data.states.findIndex(([name]) => name === inputs[input].value)
  return (item) => wanted === -1 || item[2] === wanted
}

const update = () => {
  const kept = {
    findings: chosen('findings', (finding) => (inputs.level.value || finding.level) === finding.level),
    clauses: chosen('clauses', isState('clause-state')),
    cases: chosen('cases', isState('case-state')),
  }
  const told = Object.entries(kept).map(([kind, items]) => {
    lists[kind].show(items)
    const [count, all] = [items.length, data[kind].length].map((number) => number.toLocaleString('en'))
    byId(kind + '-title').textContent = kind[0].toUpperCase() + kind.slice(1) + ' (' + (count === all ? all : count + ' of ' + all) + ')'
    return count + ' of ' + all + ' ' + kind
  })
  byId('told').textContent = told.join(', ')
}

let waiting
const later = () => {
  clearTimeout(waiting)
  waiting = setTimeout(update, 80)
}

inputs.search.addEventListener('input', later)
for (const input of Object.values(inputs)) input.addEventListener('change', update)
byId('filters').addEventListener('submit', (event) => event.preventDefault())
byId('filters').addEventListener('reset', () => {
  for (const id of ['level', 'clause-state', 'case-state']) inputs[id].value = ''
  setTimeout(update, 0)
})
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return
  event.preventDefault()
  inputs.search.focus()
})

const THEMES = ['auto', 'light', 'dark']
byId('theme').addEventListener('click', ({ currentTarget }) => {
  const root = document.documentElement
  const next = THEMES[(THEMES.indexOf(root.dataset.theme ?? 'auto') + 1) % THEMES.length]
  root.dataset.theme = next
  currentTarget.textContent = 'Theme: ' + next
})

const openNamed = () => {
  const name = decodeURIComponent(location.hash.slice(1))
  const isNamed = (finding) => finding.name === name
  if (!data.findings.some(isNamed)) return
  if (!lists.findings.reveal(isNamed)) {
    // Filtered away: whoever follows a link to a finding wants to see it.
    for (const input of Object.values(inputs)) input.value = ''
    update()
    lists.findings.reveal(isNamed)
  }
  const finding = byId(name)
  finding.open = true
  finding.scrollIntoView()
}
window.addEventListener('hashchange', openNamed)
window.addEventListener('beforeprint', () => document.querySelectorAll('details').forEach((each) => { each.open = true }))

update()
openNamed()
if (location.hash === '') document.querySelector('#findings-list details')?.setAttribute('open', '')
`
