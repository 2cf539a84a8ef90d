/** An XML element, with the parts that the reports of the gate use. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Parses XML that has no CDATA, comments or namespaces. Throws if the XML is not well-formed. */
export function parseXml(xml: string): Element {
  if (/[\p{Cc}\p{Surrogate}\ufffe\uffff]/u.test(xml.replace(/[\t\n\r]/g, ''))) throw new Error('not an XML character')
  const root: Element = { name: '', attributes: {}, children: [], text: '' }
  const open: Element[] = [root]
  const token = /<\?xml[^>]*\?>|<\/([\w-]+)>|<([\w-]+)((?:\s+[\w-]+="[^"<]*")*)\s*(\/?)>|([^<>]+)/gy
  let end = 0
  for (const [whole, close, start, attributes = '', isEmpty, text] of xml.matchAll(token)) {
    end += whole.length
    const parent = open.at(-1) ?? root
    if (text !== undefined) parent.text += decode(text)
    if (close !== undefined && open.pop()?.name !== close) throw new Error(`</${close}> closes another element`)
    if (start === undefined) continue
    const pairs = [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
      key,
      decode(value),
    ])
    const element: Element = { name: start, attributes: Object.fromEntries(pairs), children: [], text: '' }
    parent.children.push(element)
    if (isEmpty !== '/') open.push(element)
  }
  if (end !== xml.length) throw new Error(`not well-formed at ${end}: ${xml.slice(end, end + 60)}`)
  if (open.length !== 1 || root.children.length !== 1) throw new Error('not one whole element')
  return root.children[0] ?? root
}

function decode(text: string): string {
  return text.replace(/&(?:#(\d+)|(\w+));|&/g, (whole, code: string | undefined, name: string | undefined) => {
    if (code !== undefined) return String.fromCodePoint(Number(code))
    const character = name === undefined ? undefined : ENTITIES[name]
    if (character === undefined) throw new Error(`not an entity: ${whole}`)
    return character
  })
}
