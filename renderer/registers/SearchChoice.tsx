import { Combobox, makeStyles, Option } from '@fluentui/react-components'
import { useState } from 'react'
import { holdsWords } from './holdsWords.ts'

const useStyles = makeStyles({
  box: { minWidth: 0, width: '100%' },
  typed: { minWidth: 0, textOverflow: 'ellipsis' },
  list: { maxHeight: '320px' },
})

type Props = {
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly value: string
  readonly required: boolean
  readonly onChange: (value: string) => void
}

const none = ' none'

/** One of many, found by typing part of it: every word that is typed has to be in it. */
export function SearchChoice({ options, value, required, onChange }: Props) {
  const styles = useStyles()
  const [typed, setTyped] = useState<string | null>(null)
  const [open, setOpen] = useState(false)
  const label = options.find((o) => o.value === value)?.label ?? ''
  const shown = typed === null ? options : options.filter((o) => holdsWords(o.label, typed))
  return (
    <Combobox
      className={styles.box}
      input={{ className: styles.typed }}
      listbox={{ className: styles.list }}
      placeholder={required ? 'Type to search' : 'None; type to search'}
      value={typed ?? label}
      selectedOptions={value === '' ? [] : [value]}
      open={open}
      onOpenChange={(_, d) => setOpen(d.open)}
      onChange={(e) => {
        setTyped(e.target.value)
        setOpen(true)
      }}
      onBlur={() => {
        if (typed?.trim() === '' && !required) onChange('')
        setTyped(null)
      }}
      onOptionSelect={(_, d) => {
        setTyped(null)
        if (d.optionValue !== undefined) onChange(d.optionValue === none ? '' : d.optionValue)
      }}
    >
      {!required && <Option value={none}>None</Option>}
      {shown.length === 0 && (
        <Option value="" text="" disabled>
          Nothing holds these words
        </Option>
      )}
      {shown.map((o) => (
        <Option key={o.value} value={o.value} text={o.label}>
          {o.label}
        </Option>
      ))}
    </Combobox>
  )
}
