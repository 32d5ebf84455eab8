import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { CATEGORIES, SEVERITIES } from '../../../../shared/domains/alerts/content.ts'
import type { AlertTopic } from '../../../../shared/domains/alerts/tables.ts'
import { Select } from '../../../ui/select.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { Tick } from '../../../ui/tick.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { durationsWith, durationWords } from './durations.ts'
import { fieldId } from './template-words.ts'
import type { Edited } from './use-edited.ts'
import type { HeadField, WordKey, WrittenTemplate } from './written-template.ts'

interface Props {
  readonly edited: Pick<Edited<WrittenTemplate>, 'content' | 'change'>
  readonly topics: readonly AlertTopic[]
  readonly errors: ReadonlyMap<HeadField | WordKey, string>
}

/** What the words are for, how serious that is, and how long it holds. */
export function TemplateHead({ edited: { content, change }, topics, errors }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const label = (field: HeadField): string => t(`alertCatalogue.templateField.${field}`)
  return (
    <section className="panel catalogue-fields" aria-labelledby="template-head">
      <h2 id="template-head" className="panel__title">{t('alertCatalogue.what')}</h2>
      <div className="pair">
        <div id={fieldId('name')}><TextInput label={label('name')} value={content.name} maxLength={120} isRequired error={errors.get('name')} onChange={name => change({ name })} /></div>
        <div id={fieldId('event')}><TextInput label={label('event')} hint={t('alertCatalogue.eventHint')} value={content.event} maxLength={120} isRequired error={errors.get('event')} onChange={event => change({ event })} /></div>
        <div id={fieldId('topicId')}>
          <Select label={label('topicId')} isRequired items={topics.map(topic => ({ id: topic.id, name: topic.name[language] || topic.name.de }))} value={content.topicId || null} placeholder={t('alertCatalogue.choose')} error={errors.get('topicId')} onChange={topicId => change({ topicId })} />
        </div>
        <div id={fieldId('minutes')}>
          <Select label={label('minutes')} items={durationsWith(content.minutes).map(minutes => ({ id: String(minutes), name: durationWords(t, minutes) }))} value={String(content.minutes)} error={errors.get('minutes')} onChange={minutes => change({ minutes: Number(minutes) })} />
        </div>
        <Select label={label('severity')} items={SEVERITIES.map(id => ({ id, name: t(`alerts.severities.${id}`) }))} value={content.severity} onChange={id => change({ severity: SEVERITIES.find(one => one === id) ?? content.severity })} />
        <Select label={label('category')} items={CATEGORIES.map(id => ({ id, name: t(`alerts.categories.${id}`) }))} value={content.category} onChange={id => change({ category: CATEGORIES.find(one => one === id) ?? content.category })} />
      </div>
      <div id={fieldId('isOneClick')}>
        <Tick label={label('isOneClick')} isOn={content.isOneClick} onChange={isOneClick => change({ isOneClick })} />
        <p className={errors.has('isOneClick') ? 'field__hint field__hint--error' : 'field__hint'}>{errors.get('isOneClick') ?? t('alertCatalogue.oneClickHint')}</p>
      </div>
      <div>
        <Tick label={label('active')} isOn={content.active} onChange={active => change({ active })} />
        {!content.active && <p className="field__hint">{t('alertCatalogue.withdrawnTemplate')}</p>}
      </div>
    </section>
  )
}
