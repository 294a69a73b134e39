import { Checkbox, Dropdown, Field, Link, makeStyles, Option, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { PaperKind } from '../../shared/ipc/contract.ts'
import { sayDay } from '../../shared/view/sayDay.ts'
import { useApp } from '../app/client.tsx'
import { FreezeDialog } from './FreezeDialog.tsx'
import { kindOf, type PaperOptions } from './papersStore.ts'
import { PeriodDialog } from './PeriodDialog.tsx'
import { usePapers } from './usePapers.ts'

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '12px' },
  dropdown: { minWidth: 0, width: '100%' },
  checkbox: { marginLeft: '-8px' },
  under: { marginTop: '4px' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** Which paper, for whom, for which period, and as at when. */
export function PaperChoices({ options }: { options: PaperOptions }) {
  const styles = useStyles()
  const { choice, choose } = usePapers((s) => s)
  const marking = useApp((s) => s.app?.programme?.marking ?? '')
  const kind = kindOf(options, choice)
  return (
    <div className={styles.root}>
      <Field label="Paper" hint={kind?.about ?? ''}>
        <Dropdown
          className={styles.dropdown}
          value={kind?.name ?? ''}
          selectedOptions={[choice.kind]}
          onOptionSelect={(_, d) => d.optionValue && void choose({ kind: d.optionValue as PaperKind })}
        >
          {options.kinds.map((k) => (
            <Option key={k.kind} value={k.kind}>
              {k.name}
            </Option>
          ))}
        </Dropdown>
      </Field>
      {kind?.needsBoard && <BoardField options={options} />}
      {kind?.takesGroup && <GroupField options={options} />}
      <PeriodField options={options} />
      <AsAtField options={options} />
      {kind && <PublicField forPublic={kind.forPublic} />}
      {marking && (
        <Text size={200} className={styles.quiet}>
          Marked {marking} on every page.
        </Text>
      )}
    </div>
  )
}

const screened =
  'Searched for what could tell who somebody is, such as names, numbers, addresses and counts under five.'

function PublicField({ forPublic }: { forPublic: PaperOptions['kinds'][number]['forPublic'] }) {
  const styles = useStyles()
  const { choice, choose } = usePapers((s) => s)
  if (forPublic === 'never') return null
  if (forPublic === 'always')
    return (
      <Text size={200} className={styles.quiet}>
        For the public. {screened}
      </Text>
    )
  return (
    <Field {...(choice.public ? { hint: `In the words for the public. ${screened}` } : {})}>
      <Checkbox
        className={styles.checkbox}
        label="For the public"
        checked={choice.public}
        onChange={(_, d) => void choose({ public: d.checked === true })}
      />
    </Field>
  )
}

function BoardField({ options }: { options: PaperOptions }) {
  const styles = useStyles()
  const { choice, choose } = usePapers((s) => s)
  const name = options.boards.find((b) => b.id === choice.board)?.name ?? ''
  return (
    <Field label="Board">
      <Dropdown
        className={styles.dropdown}
        value={name}
        selectedOptions={choice.board ? [choice.board] : []}
        placeholder="Choose a board"
        onOptionSelect={(_, d) => d.optionValue && void choose({ board: d.optionValue })}
      >
        {options.boards.map((b) => (
          <Option key={b.id} value={b.id}>
            {b.name}
          </Option>
        ))}
      </Dropdown>
    </Field>
  )
}

const allGroups = 'all'

function GroupField({ options }: { options: PaperOptions }) {
  const styles = useStyles()
  const { choice, choose } = usePapers((s) => s)
  const group = options.groups.find((g) => g.number === choice.group)
  return (
    <Field label="Working group">
      <Dropdown
        className={styles.dropdown}
        value={group ? `${group.number} ${group.name}` : 'Every group'}
        selectedOptions={[group ? String(group.number) : allGroups]}
        onOptionSelect={(_, d) =>
          void choose({ group: d.optionValue === allGroups ? null : Number(d.optionValue) })
        }
      >
        <Option value={allGroups}>Every group</Option>
        {options.groups.map((g) => (
          <Option key={g.number} value={String(g.number)}>
            {`${g.number} ${g.name}`}
          </Option>
        ))}
      </Dropdown>
    </Field>
  )
}

function PeriodField({ options }: { options: PaperOptions }) {
  const styles = useStyles()
  const { choice, choose } = usePapers((s) => s)
  const [adding, setAdding] = useState(false)
  const name = options.periods.find((p) => p.label === choice.period)?.name ?? 'None yet'
  return (
    <div>
      <Field label="Reporting period">
        <Dropdown
          className={styles.dropdown}
          value={name}
          selectedOptions={choice.period ? [choice.period] : []}
          disabled={options.periods.length === 0}
          onOptionSelect={(_, d) => d.optionValue && void choose({ period: d.optionValue })}
        >
          {options.periods.map((p) => (
            <Option key={p.id} value={p.label}>
              {p.name}
            </Option>
          ))}
        </Dropdown>
      </Field>
      <Link inline as="button" className={styles.under} onClick={() => setAdding(true)}>
        Add a reporting period…
      </Link>
      {adding && <PeriodDialog onClose={() => setAdding(false)} />}
    </div>
  )
}

const now = 'now'

function AsAtField({ options }: { options: PaperOptions }) {
  const styles = useStyles()
  const { choice, choose } = usePapers((s) => s)
  const [freezing, setFreezing] = useState(false)
  const snapshot = options.snapshots.find((s) => s.id === choice.asAt)
  return (
    <div>
      <Field label="As at">
        <Dropdown
          className={styles.dropdown}
          value={snapshot ? snapshot.label : 'Now'}
          selectedOptions={[choice.asAt ?? now]}
          onOptionSelect={(_, d) =>
            void choose({ asAt: !d.optionValue || d.optionValue === now ? null : d.optionValue })
          }
        >
          <Option value={now}>Now</Option>
          {options.snapshots.map((s) => (
            <Option key={s.id} value={s.id} text={s.label}>
              {`${s.label} (${sayDay(s.takenAt)})`}
            </Option>
          ))}
        </Dropdown>
      </Field>
      <Link inline as="button" className={styles.under} onClick={() => setFreezing(true)}>
        Freeze a snapshot…
      </Link>
      {freezing && <FreezeDialog onClose={() => setFreezing(false)} />}
    </div>
  )
}
