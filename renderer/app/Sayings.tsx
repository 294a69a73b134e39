import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { CheckmarkCircle20Filled, Dismiss16Regular, ErrorCircle20Filled } from '@fluentui/react-icons'
import { useEffect } from 'react'
import { useApp, useDesk } from './client.tsx'

/** In milliseconds: long enough to read the sentence, and gone after that. */
const shownFor = (text: string): number => Math.min(6_000, 1_500 + 60 * text.length)

const useStyles = makeStyles({
  place: {
    position: 'fixed',
    bottom: '16px',
    left: '16px',
    zIndex: 1000,
    maxWidth: 'min(560px, calc(100vw - 32px))',
  },
  saying: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '8px 8px 8px 12px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackgroundInverted,
    color: tokens.colorNeutralForegroundInverted,
    boxShadow: tokens.shadow16,
    '@media (forced-colors: active)': {
      border: '1px solid CanvasText',
      backgroundColor: 'Canvas',
      color: 'CanvasText',
    },
  },
  icon: { flexShrink: 0, display: 'inline-flex' },
  dismiss: { color: 'inherit', minWidth: '24px' },
})

/** Says what was done or refused, on screen and to screen readers; what was refused stays until it is dismissed. */
export function Sayings() {
  const styles = useStyles()
  const saying = useApp((s) => s.saying)
  const { app } = useDesk()
  useEffect(() => {
    if (saying?.tone !== 'done') return
    const timer = window.setTimeout(() => app.getState().hush(), shownFor(saying.text))
    return () => window.clearTimeout(timer)
  }, [app, saying])
  const refused = saying?.tone === 'refused'
  return (
    <div className={styles.place}>
      <output aria-live={refused ? 'assertive' : 'polite'} aria-atomic>
        {saying && (
          <div className={styles.saying} key={saying.number}>
            <span className={styles.icon} aria-hidden>
              {refused ? <ErrorCircle20Filled /> : <CheckmarkCircle20Filled />}
            </span>
            <span>{saying.text}</span>
            <Button
              className={styles.dismiss}
              appearance="transparent"
              size="small"
              icon={<Dismiss16Regular />}
              aria-label="Dismiss message"
              onClick={() => app.getState().hush()}
            />
          </div>
        )}
      </output>
    </div>
  )
}
