import {
  Button,
  makeStyles,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
  tokens,
  Tooltip,
} from '@fluentui/react-components'
import { ArrowRedo20Regular, ArrowUndo20Regular, ChevronDown16Regular } from '@fluentui/react-icons'
import { sayDay } from '../../shared/view/sayDay.ts'
import { useApp } from './client.tsx'
import { Mark } from './Mark.tsx'
import { useCall } from '../ui/useCall.ts'
import { useProgramme } from './useProgramme.ts'
import { useUndo } from './useUndo.ts'

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    minWidth: 0,
    padding: '0 16px 0 14px',
  },
  name: {
    minWidth: 0,
    maxWidth: '44vw',
    fontWeight: tokens.fontWeightSemibold,
    paddingLeft: '8px',
    paddingRight: '8px',
  },
  words: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  undo: { display: 'flex', marginLeft: '4px' },
  space: { flexGrow: 1 },
  asAt: { color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
  marking: {
    padding: '2px 8px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    letterSpacing: '0.04em',
    whiteSpace: 'nowrap',
  },
})

type OnDialog = (dialog: 'new' | 'copy') => void

/** Which programme, as at when, under which marking; undo and redo say what they would take back. */
export function TopBar({ className, onDialog }: { className: string; onDialog: OnDialog }) {
  const styles = useStyles()
  const programme = useApp((s) => s.app?.programme ?? null)
  if (!programme) return null
  return (
    <header className={mergeClasses(styles.bar, className)}>
      <Mark size={24} />
      <ProgrammeMenu name={programme.name} onDialog={onDialog} />
      <UndoButtons undoLabel={programme.undoLabel} redoLabel={programme.redoLabel} />
      <span className={styles.space} />
      <span className={styles.asAt}>As at {sayDay(programme.today)}</span>
      <span className={styles.marking} title="Protective marking">
        {programme.marking}
      </span>
    </header>
  )
}

function ProgrammeMenu({ name, onDialog }: { name: string; onDialog: OnDialog }) {
  const styles = useStyles()
  const { open, openSample, close } = useProgramme()
  const { value: copy } = useCall('copy.about', {})
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          className={styles.name}
          icon={<ChevronDown16Regular />}
          iconPosition="after"
          title={name}
        >
          <span className={styles.words}>{name}</span>
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem secondaryContent="Ctrl+N" onClick={() => onDialog('new')}>
            New programme…
          </MenuItem>
          <MenuItem secondaryContent="Ctrl+O" onClick={() => void open(null)}>
            Open…
          </MenuItem>
          <MenuItem onClick={() => void openSample()}>New sample programme…</MenuItem>
          <MenuDivider />
          {!copy && <MenuItem onClick={() => onDialog('copy')}>Make a copy for a chair…</MenuItem>}
          <MenuItem onClick={() => void close()}>Close programme</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

function UndoButtons({ undoLabel, redoLabel }: { undoLabel: string | null; redoLabel: string | null }) {
  const styles = useStyles()
  const { undo, redo } = useUndo()
  const sayUndo = undoLabel ? `Undo: ${undoLabel}` : 'Nothing to undo'
  const sayRedo = redoLabel ? `Redo: ${redoLabel}` : 'Nothing to redo'
  return (
    <div className={styles.undo}>
      <Tooltip content={`${sayUndo} (Ctrl+Z)`} relationship="description">
        <Button
          appearance="subtle"
          icon={<ArrowUndo20Regular />}
          disabledFocusable={!undoLabel}
          aria-label={sayUndo}
          onClick={() => void undo()}
        />
      </Tooltip>
      <Tooltip content={`${sayRedo} (Ctrl+Y)`} relationship="description">
        <Button
          appearance="subtle"
          icon={<ArrowRedo20Regular />}
          disabledFocusable={!redoLabel}
          aria-label={sayRedo}
          onClick={() => void redo()}
        />
      </Tooltip>
    </div>
  )
}
