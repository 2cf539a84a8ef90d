import { byId, chip, code, make, table } from './dom.js'
import { isReferenceShown, listOperations, showReference } from './reference-frame.js'

const { rows, texts, states, sources } = JSON.parse(byId('data').textContent)

// Views: switches between the promises and the reference

const root = document.documentElement
const dark = matchMedia('(prefers-color-scheme: dark)')
const themeNow = () => root.dataset.theme ?? (dark.matches ? 'dark' : 'light')

const showView = (operation) => {
  const isReference = location.hash === '#reference'
  byId('promises').hidden = isReference
  byId('reference').hidden = !isReference
  root.dataset.view = isReference ? 'reference' : 'promises'
  for (const link of document.querySelectorAll('.views a')) {
    if (link.hash === (isReference ? '#reference' : '#promises')) link.setAttribute('aria-current', 'page')
    else link.removeAttribute('aria-current')
  }
  if (isReference) showReference(themeNow(), operation)
}

let wanted
addEventListener('hashchange', () => {
  showView(wanted)
  wanted = undefined
})
document.addEventListener('click', (event) => {
  const { operation } = event.target.closest('a[data-operation]')?.dataset ?? {}
  if (operation !== undefined) wanted = operation
})

listOperations((id) => showReference(themeNow(), id))

const themes = ['auto', 'light', 'dark']
byId('theme').addEventListener('click', () => {
  const next = themes[(themes.indexOf(root.dataset.theme ?? 'auto') + 1) % themes.length]
  if (next === 'auto') delete root.dataset.theme
  else root.dataset.theme = next
  byId('theme').textContent = `Theme: ${next}`
  if (isReferenceShown()) showReference(themeNow())
})

// Clauses: fills, filters and counts the lists of promises

const all = [...document.querySelectorAll('details.clauses')].map((fold) => ({
  fold,
  card: fold.closest('.operation-card'),
  text: [...fold.parentElement.querySelectorAll('h3, .about')]
    .map((each) => each.textContent)
    .join(' ')
    .toLowerCase(),
  own: rows[Number(fold.dataset.index)],
}))

const isProved = ({ proofs }) => proofs.some(([, state]) => state === 'passed')
const isFailed = ({ proofs }) => proofs.some(([, state]) => state === 'failed' || state === 'disproved')
const PROOFS = {
  '': () => true,
  proved: isProved,
  failed: isFailed,
  unproved: (row) => !isProved(row) && !isFailed(row),
}

const sourceChip = (source) => make('span', { class: `source is-${source}`, text: sources[source] })
const faint = (text) => make('span', { class: 'faint', text })

const proofCell = ({ proofs, never }) => {
  if (never !== undefined) return [faint(`never checked: ${texts[never]}`)]
  if (proofs.length === 0) return [faint('not tested yet')]
  return proofs.map(([target, state, date, because]) => {
    const { symbol, word } = states[state]
    const reason = because === null ? '' : `: ${texts[because]}`
    return make('div', {}, `${target} `, chip(state, symbol, word), faint(` ${date}${reason}`))
  })
}

const rowOf = (row) => {
  const { words, name, source, because, file, line } = row
  const place = code(name)
  place.title = `${texts[file]}:${line}`
  return make(
    'tr',
    {},
    make('td', { 'data-heading': 'Promise' }, make('span', { class: 'title', text: words }), place),
    make(
      'td',
      { 'data-heading': 'Source' },
      sourceChip(source),
      ...(because === undefined ? [] : [faint(` ${texts[because]}`)]),
    ),
    make('td', { 'data-heading': 'Last result' }, ...proofCell(row)),
  )
}

const fill = ({ fold, shown }) => {
  fold.querySelector('.scroll')?.remove()
  if (!fold.open) return
  const name = fold.closest('.operation-card').querySelector('h3').innerText
  const [outer, body] = table(`Promises of ${name}`, ['Promise', 'Source', 'Last result'])
  let group
  for (const row of shown) {
    if (row.group !== group) {
      group = row.group
      body.append(
        make('tr', { class: 'operation' }, make('th', { colspan: '3', scope: 'rowgroup', text: texts[group] })),
      )
    }
    body.append(rowOf(row))
  }
  fold.append(outer)
}

const plural = (count) => `${count.toLocaleString('en')} ${count === 1 ? 'promise' : 'promises'}`

/** If a search finds at most this number of clauses in all operations together, it opens these operations. */
const OPENED = 60

const filter = () => {
  const word = byId('search').value.trim().toLowerCase()
  const source = byId('source').value
  const accepts = PROOFS[byId('proof').value]
  const isFiltered = word !== '' || source !== '' || byId('proof').value !== ''
  let count = 0
  let operations = 0
  for (const entry of all) {
    const isNamed = entry.text.includes(word)
    entry.shown = entry.own.filter(
      (row) =>
        (source === '' || row.source === source) &&
        accepts(row) &&
        (isNamed || row.words.toLowerCase().includes(word) || row.name.toLowerCase().includes(word)),
    )
    entry.card.hidden = isFiltered && entry.shown.length === 0
    if (!entry.card.hidden) operations += 1
    count += entry.shown.length
    const total = entry.own.length
    entry.fold.querySelector('.found').textContent =
      entry.shown.length === total ? plural(total) : `${entry.shown.length.toLocaleString('en')} of ${plural(total)}`
    entry.fold.firstElementChild.firstChild.textContent = entry.shown.length === total ? 'All ' : ''
  }
  const isSmall = isFiltered && count > 0 && count <= OPENED
  for (const entry of all) {
    if (isSmall && !entry.card.hidden) entry.fold.open = true
    fill(entry)
  }
  const sum = all.reduce((total, { own }) => total + own.length, 0)
  byId('found').textContent =
    `${count.toLocaleString('en')} of ${plural(sum)} in ${operations.toLocaleString('en')} of ${all.length.toLocaleString('en')} ${all.length === 1 ? 'operation' : 'operations'}`
}

if (byId('filters') !== null) {
  const used = new Set(rows.flat().map(({ source }) => source))
  for (const [value, text] of Object.entries(sources)) {
    if (used.has(value)) byId('source').append(make('option', { value, text }))
  }
  let waiting
  byId('search').addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(filter, 120)
  })
  for (const id of ['source', 'proof']) byId(id).addEventListener('change', filter)
  byId('filters').addEventListener('submit', (event) => event.preventDefault())
  for (const entry of all) entry.fold.addEventListener('toggle', () => fill(entry))
  filter()
}
showView()
