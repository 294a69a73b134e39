import { Button, Link, makeStyles, Select, Text, tokens } from '@fluentui/react-components'
import { DocumentText24Regular, Save20Regular, TableSimple20Regular } from '@fluentui/react-icons'
import { useCallback, useState } from 'react'
import { sayError } from '../../shared/errors.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorBar } from '../ui/ErrorBar.tsx'
import { Findings } from './Findings.tsx'
import { FindingsDialog } from './FindingsDialog.tsx'
import { PaperView, type Zoom } from './PaperView.tsx'
import { kindOf, requestOf } from './papersStore.ts'
import { sayPages, saySaved } from './paperWords.ts'
import { usePapers } from './usePapers.ts'

const useStyles = makeStyles({
  pane: { display: 'flex', flexDirection: 'column', minHeight: 0, minWidth: 0 },
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    minHeight: '52px',
    padding: '0 16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    flexShrink: 0,
  },
  name: { flexGrow: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  button: { flexShrink: 0, whiteSpace: 'nowrap' },
  zoom: { width: '116px', minWidth: '0', flexShrink: 0 },
  status: {
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    minHeight: '40px',
    padding: '0 16px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    flexShrink: 0,
  },
  words: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  refused: { color: tokens.colorStatusDangerForeground1 },
  message: { padding: '16px' },
})

/** The paper as it will print, with its zoom, its saving and what was saved. */
export function PaperPane() {
  const styles = useStyles()
  const { drawn, drawing, error, redraw, options, refused, saveAllTheSame, goBack } = usePapers((s) => s)
  const [zoom, setZoom] = useState<Zoom>('fit')
  const [pages, setPages] = useState(0)
  const [unshown, setUnshown] = useState<number | null>(null)
  const failed = useCallback(() => setUnshown(drawn?.number ?? null), [drawn?.number])
  const shown = drawn && unshown !== drawn.number ? drawn : null
  return (
    <div className={styles.pane} data-region>
      <div className={styles.bar}>
        <Text weight="semibold" className={styles.name} title={drawn?.name}>
          {drawn?.name ?? ''}
        </Text>
        <ZoomField zoom={zoom} onZoom={setZoom} />
        <SaveButtons />
      </div>
      {options && error && (
        <div className={styles.message}>
          <ErrorBar error={error} onRetry={() => void redraw()} />
        </div>
      )}
      {drawn && <Findings findings={drawn.findings} />}
      {refused && (
        <FindingsDialog findings={refused.findings} onSave={() => void saveAllTheSame()} onClose={goBack} />
      )}
      {shown && (
        <PaperView
          base64={shown.base64}
          label={`Preview of ${shown.name}`}
          zoom={zoom}
          waiting={drawing}
          onPages={setPages}
          onFailed={failed}
        />
      )}
      {drawn && !shown && (
        <EmptyState title="This paper can’t be shown here" icon={<DocumentText24Regular />}>
          It can still be saved, and opens in Word.
        </EmptyState>
      )}
      {!drawn && <Waiting />}
      <Status pages={shown ? pages : 0} />
    </div>
  )
}

/** What stands in the place of a paper that is not there yet; nothing for the moment that drawing takes. */
function Waiting() {
  const { options, choice, error } = usePapers((s) => s)
  const grow = { flexGrow: 1 }
  if (!options || error || requestOf(options, choice)) return <div style={grow} />
  return (
    <div style={grow}>
      <EmptyState title="Choose a board" icon={<DocumentText24Regular />}>
        This paper goes to a board. Choose one on the left to see it.
      </EmptyState>
    </div>
  )
}

const zooms: readonly (readonly [string, Zoom])[] = [
  ['Fit width', 'fit'],
  ['50%', 0.5],
  ['75%', 0.75],
  ['100%', 1],
  ['125%', 1.25],
  ['150%', 1.5],
  ['200%', 2],
]

function ZoomField({ zoom, onZoom }: { zoom: Zoom; onZoom: (zoom: Zoom) => void }) {
  const styles = useStyles()
  return (
    <Select
      className={styles.zoom}
      aria-label="Zoom"
      value={String(zoom)}
      onChange={(_, d) => onZoom(d.value === 'fit' ? 'fit' : Number(d.value))}
    >
      {zooms.map(([label, value]) => (
        <option key={label} value={String(value)}>
          {label}
        </option>
      ))}
    </Select>
  )
}

function SaveButtons() {
  const styles = useStyles()
  const { options, choice, drawn, saving, save } = usePapers((s) => s)
  const formats = kindOf(options, choice)?.formats ?? []
  const disabled = saving !== null || drawn === null
  return (
    <>
      {formats.includes('xlsx') && (
        <Button
          className={styles.button}
          icon={<TableSimple20Regular />}
          disabled={disabled}
          onClick={() => void save('xlsx')}
        >
          Save as Excel…
        </Button>
      )}
      {formats.includes('docx') && (
        <Button
          className={styles.button}
          appearance="primary"
          icon={<Save20Regular />}
          disabled={disabled}
          onClick={() => void save('docx')}
        >
          Save as Word…
        </Button>
      )}
    </>
  )
}

/** One line that is always there: pages, then what was saved where, or why it was not. */
function Status({ pages }: { pages: number }) {
  const styles = useStyles()
  const { saved, saving, saveError, reveal } = usePapers((s) => s)
  return (
    <div className={styles.status}>
      <output className={styles.words}>
        {saveError && <Text className={styles.refused}>{sayError(saveError)}</Text>}
        {saving && <Text className={styles.quiet}>Saving…</Text>}
        {saved && <Text title={saved.out}>{saySaved(saved.out)}</Text>}
        {!saved && !saving && !saveError && pages > 0 && (
          <Text size={200} className={styles.quiet}>
            {sayPages(pages)}
          </Text>
        )}
      </output>
      {saved && (
        <Link inline as="button" className={styles.button} onClick={() => void reveal()}>
          Open folder
        </Link>
      )}
    </div>
  )
}
