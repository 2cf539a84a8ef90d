import { byId, make } from './dom.js'

// This file shows the reference in a frame with a separate origin. The frame is made only when the reference is opened
// for the first time, because Redoc takes seconds for a large document. For a document with many operations, the frame
// shows one operation at a time.

const MANY = 30

const textOf = (id) => byId(id).textContent

const { operations } = JSON.parse(textOf('data'))
const isLarge = operations.length > MANY

/** Returns the document that the reference shows: all of it, or the part that one operation needs. */
const specFor = (wanted) => {
  const spec = textOf('document')
  if (wanted === undefined) return spec
  const { method, path, tags } = wanted
  const { webhooks: _, 'x-tagGroups': __, ...whole } = JSON.parse(spec)
  const { [method.toLowerCase()]: own, ...item } = whole.paths?.[path] ?? {}
  for (const each of operations) if (each.path === path) delete item[each.method.toLowerCase()]
  const part = {
    ...whole,
    tags: whole.tags?.filter(({ name }) => tags.includes(name)),
    paths: { [path]: own === undefined ? item : { ...item, [method.toLowerCase()]: own } },
  }
  return JSON.stringify(part).replaceAll('<', '\\u003c')
}

/**
 * Returns the URL fragment with which the frame scrolls to an operation. Redoc makes the id of a section from the
 * operation id or from the path, so the fragment contains both possible ends of the id.
 */
const fragmentFor = (id) => {
  const { method = '', path = '' } = operations.find((each) => each.id === id) ?? {}
  const pointer = `/paths/${path.replaceAll('~', '~0').replaceAll('/', '~1')}/${method.toLowerCase()}`
  return `#show:${encodeURIComponent(JSON.stringify([`operation/${id}`, pointer]))}`
}

// The closing tag is written in two parts, because the text of this script must not contain it.
const END = ['</', 'script>'].join('')

/**
 * Makes the page in the frame. The scripts keep their exact text, because the Content-Security-Policy allows a script
 * by the hash of its text.
 */
const makePage = (theme, wanted) => {
  const [redoc, start, style] = ['redoc', 'reference-script', 'reference-style'].map(textOf)
  const html = [
    `<!doctype html><html lang="en" data-theme="${theme}"><head><meta charset="utf-8"><title>Reference</title>`,
    `<style>${style}</style></head><body><main id="redoc"><p id="wait">The reference is loading …</p></main>`,
    `<script type="application/json" id="spec">${specFor(wanted)}${END}`,
    `<script>${redoc}${END}<script>${start}${END}</body></html>`,
  ]
  return URL.createObjectURL(new Blob(html, { type: 'text/html' }))
}

let shown = {}

/**
 * Shows the reference. If an id is given, scrolls to this operation. Makes a new frame if the theme or the document has
 * changed.
 */
export const showReference = (theme, id = isLarge ? (shown.id ?? operations[0].id) : '') => {
  const wanted = isLarge ? operations.find((each) => each.id === id) : undefined
  const isSame = shown.theme === theme && shown.wanted === wanted
  if (!isSame) {
    if (shown.page !== undefined) URL.revokeObjectURL(shown.page)
    const page = makePage(theme, wanted)
    const frame = make('iframe', {
      title: 'Reference',
      sandbox: 'allow-scripts allow-popups allow-popups-to-escape-sandbox',
      src: page + (id === '' ? '' : fragmentFor(id)),
    })
    byId('frame').replaceChildren(frame)
    shown = { theme, wanted, page, frame, id }
  } else if (id !== '') shown.frame.src = shown.page + fragmentFor(id)
  if (isLarge) byId('operation').value = id
}

export const isReferenceShown = () => shown.frame !== undefined

/**
 * If the document has many operations, makes a list of them. `choose` is called with the id of the operation that the
 * user chose.
 */
export const listOperations = (choose) => {
  if (!isLarge) return
  const options = operations.map(({ id, method, path }) => make('option', { value: id, text: `${method} ${path}` }))
  const select = make('select', { id: 'operation', change: () => choose(select.value) }, ...options)
  byId('reference').prepend(make('label', { class: 'chooser' }, make('span', { text: 'Operation' }), select))
}
