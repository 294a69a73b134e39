import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { CheckmarkCircle16Regular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { RegisterName } from '../../shared/edit/registers.ts'
import type { PaperGap } from '../../shared/ipc/contract.ts'
import { useApp } from '../app/client.tsx'
import { usePlanStore } from '../plan/planContext.tsx'
import { AssessmentDialog } from './AssessmentDialog.tsx'
import { MeetingDialog } from './MeetingDialog.tsx'
import { showAtFirst, sayMissing } from './paperWords.ts'
import { PeriodDialog } from './PeriodDialog.tsx'
import { focusRecommendationBox } from './Recommendations.tsx'
import { RegisterDialog } from '../registers/RegisterDialog.tsx'
import { usePapers } from './usePapers.ts'

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '4px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: '8px',
    alignItems: 'start',
    padding: '6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  none: { display: 'flex', gap: '6px', alignItems: 'center', color: tokens.colorNeutralForeground2 },
  good: { color: tokens.colorStatusSuccessForeground1, lineHeight: 0 },
})

/** What the paper says is missing, each with the way to where it is entered. */
export function GapList() {
  const styles = useStyles()
  const gaps = usePapers((s) => s.drawn?.gaps ?? null)
  const [all, setAll] = useState(false)
  if (!gaps) return null
  const shown = all ? gaps : gaps.slice(0, showAtFirst)
  return (
    <section className={styles.root} aria-labelledby="paper-gaps">
      <h2 id="paper-gaps" className={styles.title}>
        {sayMissing(gaps.length)}
      </h2>
      {gaps.length === 0 ? (
        <Text size={200} className={styles.none}>
          <span className={styles.good} aria-hidden>
            <CheckmarkCircle16Regular />
          </span>
          Everything that this paper prints is in the programme.
        </Text>
      ) : (
        <ul className={styles.list}>
          {shown.map((gap) => (
            <li key={`${gap.code} ${gap.message}`} className={styles.item}>
              <Text size={200}>{gap.message}</Text>
              <Way gap={gap} />
            </li>
          ))}
        </ul>
      )}
      {gaps.length > showAtFirst && (
        <div>
          <Button size="small" appearance="subtle" onClick={() => setAll(!all)}>
            {all ? 'Show fewer' : `Show all ${gaps.length}`}
          </Button>
        </div>
      )}
    </section>
  )
}

/** The button that leads to the box where a gap is filled; none where no box could fill it. */
function Way({ gap }: { gap: PaperGap }) {
  const { where } = gap
  switch (where.at) {
    case 'recommendations':
      return (
        <Button size="small" aria-label={`Write: ${gap.message}`} onClick={focusRecommendationBox}>
          Write
        </Button>
      )
    case 'assessment':
      return <AssessWay group={where.group} priority={where.priority} message={gap.message} />
    case 'action':
      return <ActionWay actionId={where.actionId} actionRef={where.ref} />
    case 'meeting':
      return <MeetingWay board={where.board} message={gap.message} />
    case 'register':
      return <RegisterWay register={where.register} preset={where.preset} message={gap.message} />
    default:
      return gap.code === 'no-period' ? <PeriodWay /> : null
  }
}

type AssessProps = {
  readonly group: number | null
  readonly priority: number | null
  readonly message: string
}

function AssessWay({ group, priority, message }: AssessProps) {
  const period = usePapers((s) => s.choice.period)
  const [open, setOpen] = useState(false)
  const close = (): void => setOpen(false)
  return (
    <>
      <Button size="small" aria-label={`Enter: ${message}`} onClick={() => setOpen(true)}>
        Enter
      </Button>
      {open && period === null && <PeriodDialog onClose={close} />}
      {open && period !== null && (
        <AssessmentDialog period={period} group={group} priority={priority} onClose={close} />
      )}
    </>
  )
}

function MeetingWay({ board, message }: { board: string; message: string }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="small" aria-label={`Add: ${message}`} onClick={() => setOpen(true)}>
        Add
      </Button>
      {open && <MeetingDialog board={board} onClose={() => setOpen(false)} />}
    </>
  )
}

type RegisterProps = {
  readonly register: RegisterName
  readonly preset: Readonly<Record<string, string>> | null
  readonly message: string
}

function RegisterWay({ register, preset, message }: RegisterProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="small" aria-label={`Enter: ${message}`} onClick={() => setOpen(true)}>
        Enter
      </Button>
      {open && (
        <RegisterDialog register={register} {...(preset ? { preset } : {})} onClose={() => setOpen(false)} />
      )}
    </>
  )
}

function PeriodWay() {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="small" aria-label="Add a reporting period" onClick={() => setOpen(true)}>
        Add
      </Button>
      {open && <PeriodDialog onClose={() => setOpen(false)} />}
    </>
  )
}

function ActionWay({ actionId, actionRef }: { actionId: string; actionRef: string }) {
  const plan = usePlanStore()
  const go = useApp((s) => s.go)
  const open = (): void => {
    plan.getState().open(actionId)
    plan.getState().choose('recovery')
    go('plan')
  }
  return (
    <Button size="small" onClick={open}>
      Open {actionRef}
    </Button>
  )
}
