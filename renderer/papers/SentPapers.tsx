import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { SentDialog } from './SentDialog.tsx'

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '4px', alignItems: 'flex-start' },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** The way to the register of the papers that were saved. */
export function SentPapers() {
  const styles = useStyles()
  const [open, setOpen] = useState(false)
  return (
    <section className={styles.root} aria-labelledby="sent-papers">
      <h2 id="sent-papers" className={styles.title}>
        What was saved
      </h2>
      <Text size={200} className={styles.quiet}>
        Every paper saved here, with what it was made from and its fingerprint.
      </Text>
      <Button size="small" onClick={() => setOpen(true)}>
        Papers saved so far…
      </Button>
      {open && <SentDialog onClose={() => setOpen(false)} />}
    </section>
  )
}
