import { Text } from '@fluentui/react-components'
import type { UpdateView } from '../../../shared/view/actionDetail.ts'
import { sayDay } from '../../../shared/view/sayDay.ts'
import { useDrawerStyles } from './useDrawerStyles.ts'

const sources: Readonly<Record<UpdateView['source'], string>> = {
  import: 'from a workbook',
  email: 'by e-mail',
  phone: 'by phone',
  meeting: 'in a meeting',
  entered: 'entered here',
  bulletin: 'from the bulletin',
}

/** One update: when, who, how it came, and what it says. */
export function UpdateCard({ update }: { update: UpdateView }) {
  const styles = useDrawerStyles()
  const said: readonly (readonly [string, string | null])[] = [
    ['Progress', update.progress],
    ['Next steps', update.nextSteps],
    ['Issues and risks', update.issues],
    ['Evidence of impact', update.evidence],
  ]
  return (
    <>
      <div className={styles.about}>
        <Text size={200} weight="semibold">
          {sayDay(update.at)}
        </Text>
        {update.by ? `, ${update.by}` : ''}, {sources[update.source]}
        {update.sourceNote ? ` (${update.sourceNote})` : ''}
        {update.percentComplete === null ? '' : `, ${update.percentComplete}% complete`}
      </div>
      {said.map(
        ([label, text]) =>
          text && (
            <div key={label}>
              <div className={styles.label}>{label}</div>
              <p className={styles.text}>{text}</p>
            </div>
          ),
      )}
    </>
  )
}
