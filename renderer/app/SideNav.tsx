import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useApp, useDesk } from './client.tsx'
import { screens } from './screens.ts'

const narrow = '@media (max-width: 900px)'

const useStyles = makeStyles({
  nav: { width: '200px', padding: '8px', [narrow]: { width: '44px', padding: '8px 4px' } },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
  },
  entry: {
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    width: '100%',
    minHeight: '36px',
    padding: '0 12px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    textAlign: 'left',
    cursor: 'pointer',
    position: 'relative',
    ':hover': { backgroundColor: tokens.colorNeutralBackground2Hover, color: tokens.colorNeutralForeground1 },
    ':focus-visible': {
      outlineWidth: '2px',
      outlineStyle: 'solid',
      outlineColor: tokens.colorStrokeFocus2,
    },
    [narrow]: { padding: '0 8px' },
  },
  here: {
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    boxShadow: tokens.shadow2,
    '::before': {
      content: '""',
      position: 'absolute',
      left: '0px',
      top: '10px',
      bottom: '10px',
      width: '3px',
      borderRadius: '2px',
      backgroundColor: tokens.colorCompoundBrandForeground1,
      '@media (forced-colors: active)': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
    },
  },
  icon: { display: 'inline-flex', flexShrink: 0 },
  iconHere: { color: tokens.colorCompoundBrandForeground1 },
  label: {
    [narrow]: {
      position: 'absolute',
      width: '1px',
      height: '1px',
      overflow: 'hidden',
      clipPath: 'inset(50%)',
    },
  },
})

/** The screens, by name; only those that work are listed. */
export function SideNav() {
  const styles = useStyles()
  const at = useApp((s) => s.screen)
  const { app } = useDesk()
  return (
    <nav aria-label="Screens" className={styles.nav} data-region>
      <ul className={styles.list}>
        {screens.map((screen, i) => {
          const isHere = screen.id === at
          const Icon = isHere ? screen.iconHere : screen.icon
          return (
            <li key={screen.id}>
              <button
                type="button"
                className={mergeClasses(styles.entry, isHere && styles.here)}
                aria-current={isHere ? 'page' : undefined}
                title={`${screen.label} (Ctrl+${i + 1})`}
                onClick={() => app.getState().go(screen.id)}
              >
                <span className={mergeClasses(styles.icon, isHere && styles.iconHere)} aria-hidden>
                  <Icon />
                </span>
                <span className={styles.label}>{screen.label}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
