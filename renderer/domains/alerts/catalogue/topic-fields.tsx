import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { CHANNELS } from '../../../../shared/domains/alerts/content.ts'
import { Select } from '../../../ui/select.tsx'
import { TextArea, TextInput } from '../../../ui/text-input.tsx'
import { Tick } from '../../../ui/tick.tsx'
import { TickRow } from '../../../ui/tick-row.tsx'
import type { Edited } from './use-edited.ts'
import type { WrittenTopic } from './written-topic.ts'

const KINDS = ['hazard', 'news'] as const satisfies readonly WrittenTopic['kind'][]

interface Props {
  readonly isNew: boolean
  readonly edited: Pick<Edited<WrittenTopic>, 'content' | 'change'>
  readonly departments: readonly { readonly id: string; readonly name: string }[]
  /** Whether what is missing is said. */
  readonly isJudged: boolean
}

/** The fields of a topic, with what each of them decides. */
export function TopicFields({ isNew, edited: { content, change }, departments, isJudged }: Props): ReactElement {
  const { t } = useTranslation()
  const missing = (isMissing: boolean, sentence: string): string | undefined => (isJudged && isMissing ? sentence : undefined)
  return (
    <section className="panel catalogue-fields" aria-label={t('alertCatalogue.topicFields')}>
      <div className="pair">
        <TextInput label={t('alertCatalogue.topicField.nameDe')} value={content.nameDe} maxLength={80} isRequired error={missing(content.nameDe.trim() === '', t('alertCatalogue.nameMissing'))} onChange={nameDe => change({ nameDe })} />
        <TextInput label={t('alertCatalogue.topicField.nameEn')} hint={t('alertCatalogue.englishHint')} value={content.nameEn} maxLength={80} onChange={nameEn => change({ nameEn })} />
      </div>
      <div className="pair">
        <TextArea label={t('alertCatalogue.topicField.descriptionDe')} rows={2} value={content.descriptionDe} maxLength={400} onChange={descriptionDe => change({ descriptionDe })} />
        <TextArea label={t('alertCatalogue.topicField.descriptionEn')} rows={2} value={content.descriptionEn} maxLength={400} onChange={descriptionEn => change({ descriptionEn })} />
      </div>
      <div className="pair">
        {isNew
          ? <Select label={t('alertCatalogue.topicField.kind')} items={KINDS.map(id => ({ id, name: t(`alertCatalogue.kinds.${id}`), note: t(`alertCatalogue.kindMeaning.${id}`) }))} value={content.kind} onChange={id => change({ kind: KINDS.find(kind => kind === id) ?? 'news' })} />
          : <TextInput label={t('alertCatalogue.topicField.kind')} isReadOnly hint={`${t(`alertCatalogue.kindMeaning.${content.kind}`)} ${t('alertCatalogue.kindFixed')}`} value={t(`alertCatalogue.kinds.${content.kind}`)} onChange={() => undefined} />}
        <Select
          label={t('alertCatalogue.topicField.departmentId')} isRequired placeholder={t('alertCatalogue.choose')} items={departments} value={content.departmentId || null}
          error={missing(content.departmentId === '', t('alertCatalogue.departmentMissing'))} onChange={departmentId => change({ departmentId })}
        />
      </div>
      <TickRow
        label={t('alertCatalogue.topicField.channels')} items={CHANNELS.map(id => ({ id, name: t(`alertBoard.ways.${id}`) }))} selected={content.channels}
        error={missing(content.channels.length === 0, t('alerts.missing.channels'))} onChange={selected => change({ channels: CHANNELS.filter(channel => selected.includes(channel)) })}
      />
      <div>
        <Tick label={t('alertCatalogue.topicField.active')} isOn={content.active} onChange={active => change({ active })} />
        {!content.active && <p className="field__hint">{t('alertCatalogue.withdrawnTopic')}</p>}
      </div>
    </section>
  )
}
