/**
 * Breaks a text at spaces into lines of at most `width` characters. A word that is longer than a line is broken after a
 * slash.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const room = width - printedLength(line) - 1
    if (line === '' || printedLength(word) <= room) line = line === '' ? word : `${line} ${word}`
    else if (printedLength(word) <= width) {
      lines.push(line)
      line = word
    } else line = `${line} ${word}`
    if (printedLength(line) > width) {
      const broken = pack([line], width)
      lines.push(...broken.slice(0, -1))
      line = broken.at(-1) ?? ''
    }
  }
  return [...lines, line].map((each) => each.trimEnd())
}

/**
 * Joins items with commas, and breaks the result into lines of at most `width` characters. An item that is longer than
 * a line is broken after a comma or slash.
 */
export function pack(items: readonly string[], width: number): string[] {
  const pieces = items.flatMap((item, index) => breakItem(index < items.length - 1 ? `${item}, ` : item, width))
  const lines: string[] = []
  let line = ''
  for (const piece of pieces) {
    if (line !== '' && printedLength(line) + printedLength(piece.trimEnd()) > width) {
      lines.push(line.trimEnd())
      line = piece
    } else line += piece
  }
  return [...lines, line].filter((each) => each !== '')
}

function breakItem(item: string, width: number): string[] {
  if (printedLength(item) <= width) return [item]
  return item.match(/[^,/]+[,/]?\s*|[,/]\s*/g) ?? [item]
}

/** Puts a label in front of the first line and indents the other lines. */
export function labelled(label: string, lines: readonly string[], indent: number): string[] {
  return lines.map((line, index) => (index === 0 ? label.padEnd(indent) : ' '.repeat(indent)) + line)
}

/** Returns the number of terminal columns that a text needs. Each character counts as one column. */
export function printedLength(text: string): number {
  return [...text].length
}
