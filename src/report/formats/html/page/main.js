import { byId, make, pagedList } from './dom.js'
import { causeItem, unfoldCause } from './findings.js'
import { caseColumns, clauseColumns, groupedTable } from './lists.js'

const texts = JSON.parse(byId('texts').textContent)
// A text that begins with `~` is an index into the list of texts: `~7`.
const data = JSON.parse(byId('data').textContent, (_name, value) =>
  typeof value === 'string' && value.startsWith('~') ? texts[value.slice(1)] : value,
)
const inputs = Object.fromEntries(
  ['search', 'api', 'target', 'level', 'baseline', 'clause-state', 'case-state'].map((id) => [id, byId(id)]),
)

/** The texts in which the search looks, in lower case, by kind and index. They are made at the first search. */
const searchable = { findings: [], clauses: [], cases: [] }
const textsOf = {
  findings: (finding) => JSON.stringify({ ...finding, exchange: undefined, curl: undefined, replay: undefined }),
  clauses: (clause) =>
    [data.operations[clause[1]], ...[3, 4, 5].map((at) => data.words[clause[at]]), clause[8], clause[9]].join(' '),
  cases: (item) => [data.operations[item[1]], data.words[item[3]], item[4], item[6], item[7]].join(' '),
}

const filtered = (kind, keep) => {
  const words = inputs.search.value.toLowerCase().split(/\s+/).filter(Boolean)
  const runs = data.runs.map(
    ([api, target]) => (inputs.api.value || api) === api && (inputs.target.value || target) === target,
  )
  return data[kind].filter((item, index) => {
    if (!runs[kind === 'findings' ? item.run : item[0]] || !keep(item)) return false
    if (words.length === 0) return true
    const text = (searchable[kind][index] ??= textsOf[kind](item).toLowerCase())
    return words.every((word) => text.includes(word))
  })
}

const emptyText = (kind) => () => (data[kind].length === 0 ? `There are no ${kind}.` : `No ${kind} match the filters.`)

const findingsFrame = () => {
  const list = make('div', { class: 'findings' })
  return [list, list]
}

const lists = {
  findings: pagedList(byId('findings-list'), {
    size: 50,
    empty: emptyText('findings'),
    frame: findingsFrame,
    row: causeItem(data),
  }),
  clauses: pagedList(byId('clauses-list'), {
    size: 50,
    empty: emptyText('clauses'),
    ...groupedTable(data, 'Clauses and the cases that exercised them', clauseColumns(data)),
  }),
  cases: pagedList(byId('cases-list'), {
    size: 100,
    empty: emptyText('cases'),
    ...groupedTable(data, 'Cases', caseColumns(data)),
  }),
}

const isState = (input) => {
  const wanted = data.states.findIndex(([name]) => name === inputs[input].value)
  return (item) => wanted === -1 || item[2] === wanted
}

const isFindingShown = ({ level, state }) =>
  (inputs.level.value || level) === level && (inputs.baseline.value || state) === state

/** Groups findings by cause. In the list, findings with the same cause are next to each other. */
const byCause = (findings) => {
  const groups = []
  for (const finding of findings) {
    const last = groups.at(-1)
    if (last?.[0].cause === finding.cause) last.push(finding)
    else groups.push([finding])
  }
  return groups
}

const update = () => {
  const kept = {
    findings: filtered('findings', isFindingShown),
    clauses: filtered('clauses', isState('clause-state')),
    cases: filtered('cases', isState('case-state')),
  }
  const texts = Object.entries(kept).map(([kind, items]) => {
    lists[kind].show(kind === 'findings' ? byCause(items) : items)
    const [count, all] = [items.length, data[kind].length].map((number) => number.toLocaleString('en'))
    const number = count === all ? all : `${count} of ${all}`
    byId(`${kind}-title`).textContent = `${kind[0].toUpperCase()}${kind.slice(1)} (${number})`
    return `${count} of ${all} ${kind}`
  })
  byId('found').textContent = texts.join(', ')
}

let waiting
const updateSoon = () => {
  clearTimeout(waiting)
  waiting = setTimeout(update, 80)
}

/** Opens the folded lists when a filter is set, so that the result is visible. */
const unfold = () => {
  for (const id of ['clauses-fold', 'cases-fold']) byId(id).open = true
}

inputs.search.addEventListener('input', () => {
  unfold()
  updateSoon()
})
for (const input of Object.values(inputs)) input.addEventListener('change', update)
byId('filters').addEventListener('submit', (event) => event.preventDefault())
byId('filters').addEventListener('reset', () => {
  for (const id of ['level', 'baseline', 'clause-state', 'case-state']) inputs[id].value = ''
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
  currentTarget.textContent = `Theme: ${next}`
})

/** Opens the finding or the folded section that the URL fragment names. */
const openNamed = () => {
  const name = decodeURIComponent(location.hash.slice(1))
  const fold = byId(`${name}-fold`)
  if (fold !== null) fold.open = true
  const isNamed = (finding) => finding.name === name
  if (!data.findings.some(isNamed)) return
  const hasNamed = (group) => group.some(isNamed)
  if (!lists.findings.reveal(hasNamed)) {
    // A filter hides the finding, so all filters are cleared.
    for (const input of Object.values(inputs)) input.value = ''
    update()
    lists.findings.reveal(hasNamed)
  }
  const finding = byId(name) ?? unfoldCause(data.findings.find(isNamed).cause, name)
  finding.open = true
  finding.scrollIntoView()
}
window.addEventListener('hashchange', openNamed)
window.addEventListener('beforeprint', () => {
  for (const each of document.querySelectorAll('details')) each.open = true
})

update()
openNamed()
if (location.hash === '') document.querySelector('#findings-list details')?.setAttribute('open', '')
