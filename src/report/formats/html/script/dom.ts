/** Makes elements, shows a list a page at a time, copies. */
export const DOM: string = String.raw`
const byId = (id) => document.getElementById(id)

const make = (name, options = {}, ...children) => {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(options)) {
    if (key === 'text') element.textContent = value
    else if (key === 'class') element.className = value
    else if (typeof value === 'function') element.addEventListener(key, value)
    else if (value !== undefined) element.setAttribute(key, value)
  }
  element.append(...children.filter((child) => child !== undefined))
  return element
}

const code = (text) => make('code', { text })

const chip = (state, symbol, word) =>
  make('span', { class: 'state is-' + state }, make('span', { 'aria-hidden': 'true', text: symbol }), ' ' + word)

/** A list of which only the first pages are in the document. */
const pagedList = (host, { size, empty, frame, row }) => {
  let items = []
  let shown = 0
  let body
  const more = make('button', { type: 'button', click: () => grow(true) })
  const grow = (byHand) => {
    const from = shown
    shown = Math.min(items.length, shown + size)
    const rows = items.slice(from, shown).map((item, index) => row(item, items[from + index - 1]))
    body.append(...rows.flat())
    const left = items.length - shown
    more.textContent = 'Show ' + Math.min(size, left).toLocaleString('en') + ' more of ' + left.toLocaleString('en')
    more.hidden = left === 0
    if (byHand) body.children[from]?.querySelector('summary, button, a, [tabindex]')?.focus()
  }
  return {
    show: (next) => {
      items = next
      shown = 0
      const [outer, inner] = frame()
      body = inner
      host.replaceChildren(...(items.length === 0 ? [make('p', { class: 'empty', text: empty() })] : [outer, more]))
      grow(false)
    },
    reveal: (isWanted) => {
      const at = items.findIndex(isWanted)
      while (shown <= at) grow(false)
      return at !== -1
    },
  }
}

const table = (caption, headings) => {
  const body = make('tbody')
  const head = make('tr', {}, ...headings.map((text) => make('th', { scope: 'col', text })))
  const whole = make('table', {}, make('caption', { class: 'hidden', text: caption }), make('thead', {}, head), body)
  return [make('div', { class: 'scroll', role: 'region', 'aria-label': caption, tabindex: '0' }, whole), body]
}

const copyText = async (text) => {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const area = make('textarea', { class: 'hidden', readonly: '' })
    area.value = text
    document.body.append(area)
    area.select()
    const isCopied = document.execCommand('copy')
    area.remove()
    return isCopied
  }
}

const command = (name, text) => {
  const said = make('span', { role: 'status', class: 'said' })
  const copy = async () => {
    said.textContent = (await copyText(text)) ? 'Copied' : 'Not copied: select the text instead'
  }
  const label = make('div', { class: 'label' }, make('h4', { text: name }), make('button', { type: 'button', class: 'quiet', 'aria-label': 'Copy ' + name, text: 'Copy', click: copy }), said)
  return make('div', { class: 'command' }, label, block(text, name))
}

const block = (text, name) => make('pre', { tabindex: '0', role: 'group', 'aria-label': name }, code(text))
`
