import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  Select,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { MappingAnswer } from '../../shared/import/importAnswers.ts'
import type { SheetView } from '../../shared/ipc/importCalls.ts'
import type { FieldName } from '../../shared/workbook/draft.ts'
import { ErrorBar } from '../ui/ErrorBar.tsx'
import { useCall } from '../ui/useCall.ts'
import { useFocusReturn } from '../ui/useFocusReturn.ts'
import type { Review } from './collectStore.ts'
import { ColumnsTable } from './ColumnsTable.tsx'
import { isRefused } from './reviewRows.ts'
import { useCollect } from './useCollect.ts'

const useStyles = makeStyles({
  surface: { maxWidth: 'min(1180px, calc(100vw - 64px))' },
  content: { display: 'flex', flexDirection: 'column', gap: '12px', paddingTop: '4px', minHeight: '340px' },
  choices: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    alignItems: 'start',
    gap: '12px',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** What a person changed about one sheet. */
export type ColumnChanges = {
  readonly headerRow: number | null
  readonly fields: ReadonlyMap<string, FieldName | null>
}

const unchanged: ColumnChanges = { headerRow: null, fields: new Map() }

/** Sets which column of a workbook is which field, with its first rows to look at; offered where no table was found, too. */
export function ColumnsDialog({ file, review }: { file: string; review: Review }) {
  const styles = useStyles()
  useFocusReturn('[data-columns]')
  const open = useCollect((s) => s.open)
  const setColumns = useCollect((s) => s.setColumns)
  const [sheet, setSheet] = useState<string | null>(null)
  const [changes, setChanges] = useState(unchanged)
  const { value: view, error } = useCall('import.sheet', { planId: review.planId, file, sheet })
  const source = review.document.files.find((f) => f.file === file)
  const refused = source && isRefused(source) ? source.error.message : null
  const kept = source && !isRefused(source) ? (source.mapping ?? source.sender) : null
  const [name, setName] = useState(kept ?? '')
  const close = (): void => open(null)
  const change = (part: Partial<ColumnChanges>): void => setChanges((old) => ({ ...old, ...part }))
  const touched = changes.headerRow !== null || changes.fields.size > 0
  const apply = async (): Promise<void> => {
    if (view) await setColumns(mappingOf(file, view, changes, name))
  }
  return (
    <Dialog open onOpenChange={(_, d) => !d.open && close()}>
      <DialogSurface className={styles.surface} aria-describedby={undefined}>
        <DialogBody>
          <DialogTitle>Columns of “{file}”</DialogTitle>
          <DialogContent className={styles.content}>
            {refused && <Text className={styles.quiet}>{refused}</Text>}
            <div className={styles.choices}>
              <Field label="Sheet">
                <Select
                  value={view?.sheet ?? ''}
                  onChange={(_, d) => {
                    setSheet(d.value)
                    setChanges(unchanged)
                  }}
                >
                  {view?.sheets.map((s) => (
                    <option key={s}>{s}</option>
                  ))}
                </Select>
              </Field>
              <Field
                label="Kept under the name"
                hint="Used again for the next workbook that is laid out in this way."
              >
                <Input value={name} placeholder={file} onChange={(_, d) => setName(d.value)} />
              </Field>
            </div>
            {view && <ColumnsTable view={view} changes={changes} onChange={change} />}
            <ErrorBar error={error ?? review.error} />
          </DialogContent>
          <DialogActions>
            <Button
              appearance="primary"
              disabled={!view || !touched || review.busy !== 'no'}
              onClick={() => void apply()}
            >
              Read it like this
            </Button>
            <Button onClick={close}>Cancel</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

const mappingOf = (file: string, view: SheetView, changes: ColumnChanges, name: string): MappingAnswer => ({
  file,
  sheet: view.sheet,
  headerRow: changes.headerRow,
  columns: [...changes.fields].map(([column, field]) => ({ column, field })),
  name: name.trim() || null,
})
