import { Link, Text } from '@fluentui/react-components'
import { wholePlan } from '../../../shared/view/planQuery.ts'
import type { ActionDetailView, LinkView } from '../../../shared/view/actionDetail.ts'
import { usePlanStore } from '../planContext.tsx'
import { useDrawerStyles } from './useDrawerStyles.ts'

/** What the action rests on, what rests on it, and the areas of weakness it works on. */
export function LinksTab({ view }: { view: ActionDetailView }) {
  const styles = useDrawerStyles()
  return (
    <div className={styles.wide}>
      <LinkList
        heading="Rests on"
        links={view.restsOn}
        none="The plan names nothing that this action rests on."
      />
      <LinkList
        heading="Others rest on it"
        links={view.supports}
        none="The plan names nothing that rests on this action."
      />
      <section className={styles.stack}>
        <h3 className={styles.heading}>Areas of weakness</h3>
        <ul className={styles.list}>
          {view.priorities.map((p) => (
            <li key={p.number} className={styles.item}>
              {p.number} {p.text}
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

const naming: Readonly<Record<LinkView['names'], string>> = {
  action: '',
  objective: ', said of the objective',
  group: ', said of the whole group',
}

type ListProps = { readonly heading: string; readonly links: readonly LinkView[]; readonly none: string }

function LinkList({ heading, links, none }: ListProps) {
  const styles = useDrawerStyles()
  return (
    <section className={styles.stack}>
      <h3 className={styles.heading}>{heading}</h3>
      {links.length === 0 && <Text className={styles.quiet}>{none}</Text>}
      <ul className={styles.list}>
        {links.map((l) => (
          <li key={l.id} className={styles.item}>
            <LinkLabel link={l} />
            <span className={styles.about}>
              “{l.text}”{naming[l.names]}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function LinkLabel({ link }: { link: LinkView }) {
  const store = usePlanStore()
  const { actionId, group } = link
  if (actionId !== null) {
    return (
      <span>
        <Link as="button" onClick={() => store.getState().open(actionId)}>
          {link.label}
        </Link>
      </span>
    )
  }
  if (group !== null) {
    return (
      <span>
        <Link as="button" onClick={() => void store.getState().show({ ...wholePlan, group })}>
          {link.label}
        </Link>
      </span>
    )
  }
  return <Text>{link.label}</Text>
}
