import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

const part = 'docProps/custom.xml'
const contentType = 'application/vnd.openxmlformats-officedocument.custom-properties+xml'
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties'

/**
 * Adds a custom document property to a workbook, which exceljs cannot write: part, content type, relation.
 * Name and text may not hold XML's own characters.
 */
export function addProperty(bytes: Uint8Array, name: string, text: string): Uint8Array {
  const parts = unzipSync(bytes)
  const edit = (file: string, end: string, added: string): void => {
    const before = strFromU8(parts[file] ?? new Uint8Array())
    if (!before.includes(end)) throw new Error(`a workbook of ours without ${file}`)
    parts[file] = strToU8(before.replace(end, `${added}${end}`))
  }
  edit('[Content_Types].xml', '</Types>', `<Override PartName="/${part}" ContentType="${contentType}"/>`)
  edit(
    '_rels/.rels',
    '</Relationships>',
    `<Relationship Id="rIdProperties" Type="${relation}" Target="${part}"/>`,
  )
  parts[part] = strToU8(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="${name}"><vt:lpwstr>${text}</vt:lpwstr></property></Properties>`,
  )
  return zipSync(parts)
}
