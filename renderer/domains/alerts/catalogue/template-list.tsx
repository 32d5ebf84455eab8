import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { AlertTemplate, AlertTopic } from '../../../../shared/domains/alerts/tables.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { OfferMark } from '../../../ui/editing/offer-mark.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import type { AlertCatalogue } from '../queries.ts'
import { templateProblems } from '../../../../shared/domains/alerts/template-problems.ts'
import { durationWords } from './durations.ts'

interface Props {
  readonly catalogue: AlertCatalogue
  /** The one a person comes back from. */
  readonly lastId: string | undefined
  readonly onOpen: (template: AlertTemplate) => void
}

/** Words that lie ready, by topic in its order, with what would keep them from going out. */
export function TemplateList({ catalogue, lastId, onOpen }: Props): ReactElement {
  const { t } = useTranslation()
  const [last] = useState(lastId)
  const places = new Map(catalogue.topics.map(({ id }, place) => [id, place]))
  const templates = catalogue.templates.toSorted((one, other) => (places.get(one.topicId) ?? 0) - (places.get(other.topicId) ?? 0))
  return (
    <DataTable
      isStackable caption={t('alertCatalogue.templateCount', { count: templates.length })}
      heads={[t('alertCatalogue.template'), t('alerts.field.topic'), t('alertCatalogue.duration'), t('alertCatalogue.languages'), t('alertCatalogue.state')]}
    >
      {templates.map(template => <Line key={template.id} template={template} topic={catalogue.topics.find(({ id }) => id === template.topicId)} catalogue={catalogue} isLast={template.id === last} onOpen={onOpen} />)}
    </DataTable>
  )
}

interface LineProps {
  readonly template: AlertTemplate
  readonly topic: AlertTopic | undefined
  readonly catalogue: AlertCatalogue
  readonly isLast: boolean
  readonly onOpen: (template: AlertTemplate) => void
}

function Line({ template, topic, catalogue: { settings, templates }, isLast, onOpen }: LineProps): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const now = instantFromMs(useNow())
  const button = useFirstFocus<HTMLButtonElement>(isLast)
  const count = template.active ? templateProblems({ content: template, topic, settings, others: templates.filter(({ id }) => id !== template.id), now }).length : 0
  return (
    <tr>
      <th scope="row">
        <button ref={button} type="button" className="set-up__open" onClick={() => onOpen(template)}>{template.name}</button>
        {template.isOneClick && <span className="catalogue-note">{t('alerts.oneClick')}</span>}
      </th>
      <td>{topic ? topic.name[language] || topic.name.de : '–'}</td>
      <td>{durationWords(t, template.minutes)}</td>
      <td>{template.wordings.map(wording => t(`languages.${wording.language}`)).join(', ')}</td>
      <td>
        {count > 0
          ? <span className="status status--wait"><Icon name="warning" size={16} /><span>{t('alertCatalogue.toMend', { count })}</span></span>
          : <OfferMark state={template.active ? 'offered' : 'withdrawn'} word={t(template.active ? 'alertCatalogue.offered' : 'alertCatalogue.withdrawn')} />}
      </td>
    </tr>
  )
}
