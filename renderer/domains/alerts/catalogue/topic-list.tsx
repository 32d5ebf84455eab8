import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { AlertTopic } from '../../../../shared/domains/alerts/tables.ts'
import type { ChannelState } from '../../../../shared/wire/alert-channel.ts'
import { IconButton } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { OfferMark } from '../../../ui/editing/offer-mark.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { useDeputies } from '../../staff/queries.ts'
import { useMoveTopic } from './use-move-topic.ts'

interface Props {
  readonly topics: readonly AlertTopic[]
  /** Undefined: not known now. */
  readonly people: ChannelState['people'] | undefined
  /** The one a person comes back from. */
  readonly lastId: string | undefined
  readonly onOpen: (topic: AlertTopic) => void
}

/** What people subscribe to, in the order in which it is offered to them, with how many do. */
export function TopicList({ topics, people, lastId, onOpen }: Props): ReactElement {
  const { t } = useTranslation()
  const departments = useDeputies()?.departments ?? []
  const move = useMoveTopic(topics)
  // Lines are known by their place: a button that moves one keeps the focus where it is.
  const [last] = useState(() => topics.findIndex(({ id }) => id === lastId))
  return (
    <DataTable
      isStackable caption={t('alertCatalogue.topicCount', { count: topics.length })}
      heads={[t('alerts.field.topic'), t('alertCatalogue.kind'), t('alertCatalogue.department'), t('alertCatalogue.subscribed'), t('alertCatalogue.state'), t('alertCatalogue.order')]}
    >
      {topics.map((topic, index) => (
        <Line key={index} topic={topic} isLast={index === last} department={departments.find(({ id }) => id === topic.departmentId)?.name} people={people} onOpen={onOpen}>
          <Moves name={topic.name.de} isFirst={index === 0} isLast={index === topics.length - 1} onMove={step => move(index, step)} />
        </Line>
      ))}
    </DataTable>
  )
}

interface LineProps extends Pick<Props, 'people' | 'onOpen'> {
  readonly topic: AlertTopic
  readonly isLast: boolean
  readonly department: string | undefined
  readonly children: ReactElement
}

function Line({ topic, isLast, department, people, onOpen, children }: LineProps): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const button = useFirstFocus<HTMLButtonElement>(isLast)
  return (
    <tr>
      <th scope="row">
        <button ref={button} type="button" className="set-up__open" onClick={() => onOpen(topic)}>{topic.name[language] || topic.name.de}</button>
        {topic.description.de && <span className="catalogue-note">{topic.description[language] || topic.description.de}</span>}
      </th>
      <td>{t(`alertCatalogue.kinds.${topic.kind}`)}</td>
      <td>{department ?? '–'}</td>
      <td>{people ? <Subscribed topic={topic} people={people} /> : t('alerts.notKnown')}</td>
      <td><OfferMark state={topic.active ? 'offered' : 'withdrawn'} word={t(topic.active ? 'alertCatalogue.offered' : 'alertCatalogue.withdrawn')} /></td>
      <td>{children}</td>
    </tr>
  )
}

/** How many, by way; whoever has two of them is counted in both. */
function Subscribed({ topic, people }: { readonly topic: AlertTopic; readonly people: ChannelState['people'] }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const of = people.filter(({ topicId }) => topicId === topic.id)
  if (of.length === 0) return <>{t('alertCatalogue.nobody')}</>
  return <ul className="catalogue-counts">{of.map(({ channel, count }) => <li key={channel}>{t(`alertBoard.ways.${channel}`)}: {formatNumber(count, language)}</li>)}</ul>
}

interface MovesProps {
  readonly name: string
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onMove: (step: 1 | -1) => void
}

function Moves({ name, isFirst, isLast, onMove }: MovesProps): ReactElement {
  const { t } = useTranslation()
  return (
    <span className="catalogue-moves">
      <IconButton icon="up" label={t('editing.moveUp', { what: name })} isDisabled={isFirst} onPress={() => onMove(-1)} />
      <IconButton icon="down" label={t('editing.moveDown', { what: name })} isDisabled={isLast} onPress={() => onMove(1)} />
    </span>
  )
}
