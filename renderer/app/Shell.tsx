import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { useApp } from './client.tsx'
import { CopyBar } from '../copy/CopyBar.tsx'
import { screens } from './screens.ts'
import { SideNav } from './SideNav.tsx'
import { TopBar } from './TopBar.tsx'

const useStyles = makeStyles({
  shell: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gridTemplateRows: '48px minmax(0, 1fr)',
    height: '100vh',
  },
  top: { gridColumnStart: 1, gridColumnEnd: 3 },
  main: {
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    minHeight: 0,
    overflow: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTopLeftRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow2,
  },
  warning: { padding: '12px 24px 0' },
  skip: {
    position: 'absolute',
    top: '-60px',
    left: '8px',
    zIndex: 1001,
    padding: '8px 12px',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorBrandForegroundLink,
    ':focus': { top: '8px' },
  },
})

/** The frame around every screen of an open programme. */
export function Shell({ onDialog }: { onDialog: (dialog: 'new' | 'copy') => void }) {
  const styles = useStyles()
  const screen = useApp((s) => s.screen)
  const warning = useApp((s) => s.app?.programme?.folderWarning ?? null)
  const main = useRef<HTMLElement>(null)
  const here = screens.find((s) => s.id === screen) ?? screens[0]
  useEffect(() => {
    main.current?.querySelector<HTMLElement>('[data-page-title]')?.focus()
    document.title = here ? `${here.label} – SEND Improvement Desk` : 'SEND Improvement Desk'
  }, [here])
  if (!here) return null
  const Screen = here.component
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main" onClick={(e) => (e.preventDefault(), main.current?.focus())}>
        Skip to the screen
      </a>
      <TopBar className={styles.top} onDialog={onDialog} />
      <SideNav />
      <main id="main" ref={main} tabIndex={-1} className={styles.main} data-region>
        {warning && (
          <div className={styles.warning}>
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>{warning}</MessageBarBody>
            </MessageBar>
          </div>
        )}
        <CopyBar />
        <Screen />
      </main>
    </div>
  )
}
