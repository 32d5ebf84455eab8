import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { AlertTopic } from '../../../../shared/domains/alerts/tables.ts'
import { useDeputies } from '../../staff/queries.ts'
import { useAlertCommand } from '../mutations.ts'
import { EditFrame } from './edit-frame.tsx'
import { TopicFields } from './topic-fields.tsx'
import { useEdited, type Edited } from './use-edited.ts'
import { newTopicId, topicContent, WrittenTopic, writtenTopic } from './written-topic.ts'

interface Props {
  /** Undefined: a new one. */
  readonly topic: AlertTopic | undefined
  readonly topics: readonly AlertTopic[]
  readonly onClose: () => void
}

/** What people subscribe to: how it is called, whose words it carries, and by which ways. */
export function TopicEditor({ topic, topics, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const edited = useEdited<WrittenTopic>({ key: `alert-topic-draft:${topic?.id ?? ''}`, schema: WrittenTopic, published: writtenTopic(topic) })
  return edited ? <OpenEditor topic={topic} topics={topics} edited={edited} onClose={onClose} /> : <output className="muted">{t('common.loading')}</output>
}

function OpenEditor({ topic, topics, edited, onClose }: Props & { readonly edited: Edited<WrittenTopic> }): ReactElement {
  const { t } = useTranslation()
  const departments = useDeputies()?.departments ?? []
  const [isJudged, setJudged] = useState(false)
  const { run, isRunning } = useAlertCommand('set-topic')
  const { content: written } = edited
  const content = topicContent(written, topic?.position ?? topics.length + 1)
  const save = async (): Promise<void> => {
    setJudged(true)
    if (!content || !await run({ topicId: topic?.id ?? newTopicId(written.nameDe, topics.map(({ id }) => id)), content })) return
    edited.forget()
    onClose()
  }
  const inWords = (field: keyof WrittenTopic, value: WrittenTopic[keyof WrittenTopic]): readonly [string, string] => {
    const name = t(`alertCatalogue.topicField.${field}`)
    if (typeof value === 'object') return [name, value.map(channel => t(`alertBoard.ways.${channel}`)).join(', ')]
    if (typeof value === 'boolean') return [name, t(value ? 'common.yes' : 'common.no')]
    return [name, field === 'departmentId' ? departments.find(({ id }) => id === value)?.name ?? value : field === 'kind' ? t(`alertCatalogue.kinds.${written.kind}`) : value]
  }
  return (
    <EditFrame
      title={topic ? t('alertCatalogue.topicTitle', { name: topic.name.de }) : t('alertCatalogue.newTopic')} edited={edited} isRunning={isRunning} inWords={inWords}
      onSave={() => void save()} onClose={onClose}
    >
      <TopicFields isNew={topic === undefined} edited={edited} departments={departments} isJudged={isJudged} />
    </EditFrame>
  )
}
