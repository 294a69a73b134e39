import { Button, Field, makeStyles, shorthands, Textarea } from '@fluentui/react-components'

const useStyles = makeStyles({
  usual: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px',
    margin: 0,
    padding: 0,
    ...shorthands.borderWidth(0),
  },
})

const usualReasons = [
  'No action of this plan',
  'Said in another row already',
  'Not for this programme to report',
] as const

type Props = { readonly reason: string; readonly onChange: (reason: string) => void }

/** Why a row is not brought in; it is kept with the import, and remembered for the sender's next workbook. */
export function SetAsideFields({ reason, onChange }: Props) {
  const styles = useStyles()
  return (
    <>
      <Field
        label="Why"
        required
        hint="It stands in the import report, and holds for the sender’s next workbook."
      >
        <Textarea value={reason} resize="vertical" onChange={(_, d) => onChange(d.value)} />
      </Field>
      <fieldset className={styles.usual} aria-label="Usual reasons">
        {usualReasons.map((usual) => (
          <Button key={usual} size="small" onClick={() => onChange(usual)}>
            {usual}
          </Button>
        ))}
      </fieldset>
    </>
  )
}
