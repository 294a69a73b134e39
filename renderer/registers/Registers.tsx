import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { registers, registerNames, type RegisterName } from '../../shared/edit/registers.ts'
import { RegisterDialog } from './RegisterDialog.tsx'

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '4px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** The lists that papers print from, each a button that opens it. */
export function Registers() {
  const styles = useStyles()
  const [open, setOpen] = useState<RegisterName | null>(null)
  return (
    <section className={styles.root} aria-labelledby="registers">
      <h2 id="registers" className={styles.title}>
        What papers print besides
      </h2>
      <Text size={200} className={styles.quiet}>
        Lists of the programme: what is entered here is in every paper that prints it.
      </Text>
      <div className={styles.buttons}>
        {registerNames.map((name) => (
          <Button key={name} size="small" onClick={() => setOpen(name)}>
            {registers[name].name}
          </Button>
        ))}
      </div>
      {open && <RegisterDialog register={open} onClose={() => setOpen(null)} />}
    </section>
  )
}
