import { Button, makeStyles, mergeClasses, shorthands, Text, tokens } from '@fluentui/react-components'
import { ArrowUpload24Regular, FolderOpen20Regular } from '@fluentui/react-icons'
import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import { bridge } from '../ipc/client.ts'

const useStyles = makeStyles({
  zone: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: '8px',
    padding: '28px 24px',
    textAlign: 'center',
    borderRadius: tokens.borderRadiusLarge,
    ...shorthands.border('1.5px', 'dashed', tokens.colorNeutralStrokeAccessible),
    backgroundColor: tokens.colorNeutralBackground2,
  },
  over: {
    ...shorthands.borderColor(tokens.colorBrandStroke1),
    ...shorthands.borderStyle('solid'),
    backgroundColor: tokens.colorBrandBackground2,
  },
  icon: { color: tokens.colorBrandForeground1, lineHeight: 0 },
  promise: { color: tokens.colorNeutralForeground2, maxWidth: '560px', textAlign: 'center' },
})

type Props = {
  readonly onFiles: (paths: readonly string[]) => void
  readonly onChoose: () => void
}

/** The place to drop returned workbooks, with a button for those who don't drag. */
export function DropZone({ onFiles, onChoose }: Props) {
  const styles = useStyles()
  const { over, handlers } = useDrop(onFiles)
  return (
    <div className={mergeClasses(styles.zone, over && styles.over)} {...handlers} data-drop-zone>
      <span className={styles.icon} aria-hidden>
        <ArrowUpload24Regular />
      </span>
      <Text size={400} weight="semibold">
        {over ? 'Let go to read the workbooks' : 'Drop the workbooks that came back'}
      </Text>
      <Button appearance="primary" icon={<FolderOpen20Regular />} onClick={onChoose}>
        Choose workbooks…
      </Button>
      <Promise />
    </div>
  )
}

function Promise(): ReactNode {
  return (
    <Text className={useStyles().promise}>
      Your own workbooks or trackers of a lead’s own making (.xlsx, .xlsm, .ods or .csv), or a group copy that
      a chair sends back (.desk). They are only read: you see every row first, and nothing is written to the
      programme until you commit.
    </Text>
  )
}

type Drop = {
  readonly over: boolean
  readonly handlers: Readonly<
    Record<'onDragEnter' | 'onDragOver' | 'onDragLeave' | 'onDrop', (e: DragEvent) => void>
  >
}

/** Files dragged over an element and dropped on it; entering a child counts as staying. */
function useDrop(onFiles: (paths: readonly string[]) => void): Drop {
  const [over, setOver] = useState(false)
  const depth = useRef(0)
  const enter = (by: 1 | -1): void => {
    depth.current = Math.max(0, depth.current + by)
    setOver(depth.current > 0)
  }
  return {
    over,
    handlers: {
      onDragEnter: (e) => {
        e.preventDefault()
        enter(1)
      },
      onDragOver: (e) => {
        e.preventDefault()
        e.dataTransfer.dropEffect = 'copy'
      },
      onDragLeave: () => enter(-1),
      onDrop: (e) => {
        e.preventDefault()
        depth.current = 0
        setOver(false)
        const paths = [...e.dataTransfer.files].map((f) => bridge().pathOfFile(f)).filter(Boolean)
        // a programme file among them is for the window to look at: it may be a group copy of this programme, or another
        if (paths.length > 0 && !paths.some((p) => p.toLowerCase().endsWith('.desk'))) onFiles(paths)
      },
    },
  }
}
