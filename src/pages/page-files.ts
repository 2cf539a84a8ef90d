import { readFileSync } from 'node:fs'
import { DOM_SCRIPT, readScripts, STYLE } from '../report/formats/html/page-files.ts'

const fileOf = (name: string): URL => new URL(name, import.meta.url)

/** Reads the styles and scripts of the page and of the Redoc frame. The build copies the folder `page/` to `dist`. */
export function readPagesFiles() {
  const read = (file: URL): string => readFileSync(file, 'utf8')
  return {
    style: read(STYLE) + read(fileOf('./page/page.css')),
    script: readScripts([DOM_SCRIPT, fileOf('./page/reference-frame.js'), fileOf('./page/page.js')]),
    referenceStyle: read(fileOf('./page/reference.css')),
    referenceScript: read(fileOf('./page/reference.js')),
  }
}
