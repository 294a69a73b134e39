import { attribute, walkXml } from '../import/readers/walkXml.ts'

export type WordStyle = {
  readonly name: string
  readonly basedOn: string | null
  /** 1 to 6 for a heading, by its own outline level or that of a style it is based on; null for others. */
  readonly heading: number | null
  readonly list: { readonly id: string; readonly level: number } | null
}

/** Reads the paragraph styles of a Word document by their ids (`word/styles.xml`, or null where it has none). */
export function readWordStyles(bytes: Uint8Array | null): ReadonlyMap<string, WordStyle> {
  if (bytes === null) return new Map()
  const styles = new Map<string, WordStyle>()
  let id = ''
  const set = (part: Partial<WordStyle>): void => {
    const style = styles.get(id)
    if (style) styles.set(id, { ...style, ...part })
  }
  walkXml(bytes, 'word/styles.xml', {
    open(name, attributes) {
      const value = attribute(attributes, 'val') ?? ''
      if (name === 'style') {
        id = attribute(attributes, 'type') === 'paragraph' ? (attribute(attributes, 'styleId') ?? '') : ''
        if (id !== '') styles.set(id, { name: '', basedOn: null, heading: null, list: null })
      } else if (name === 'name') set({ name: value })
      else if (name === 'basedOn') set({ basedOn: value })
      else if (name === 'outlineLvl') set({ heading: Number(value) < 6 ? Number(value) + 1 : null })
      else if (name === 'numId') set({ list: { id: value, level: styles.get(id)?.list?.level ?? 0 } })
      else if (name === 'ilvl') set({ list: { id: styles.get(id)?.list?.id ?? '', level: Number(value) } })
    },
    close(name) {
      if (name === 'style') id = ''
    },
  })
  return new Map([...styles].map(([id, style]) => [id, inherited(styles, style)]))
}

/** What a style does not say itself, the one it is based on says. */
function inherited(styles: ReadonlyMap<string, WordStyle>, style: WordStyle): WordStyle {
  let { heading, list } = style
  heading ??= headingByName(style.name)
  let parent = style.basedOn
  for (let depth = 0; parent !== null && depth < 10; depth++) {
    const base = styles.get(parent)
    heading ??= base?.heading ?? (base ? headingByName(base.name) : null)
    list ??= base?.list ?? null
    parent = base?.basedOn ?? null
  }
  return { ...style, heading, list }
}

const headingByName = (name: string): number | null => {
  const level = /^heading ([1-6])$/i.exec(name)?.[1]
  return level === undefined ? null : Number(level)
}
