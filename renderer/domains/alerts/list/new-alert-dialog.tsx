import type { ReactElement } from 'react'
import { Autocomplete, Header, Input, Menu, MenuItem, MenuSection, SearchField, useFilter } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Alert, AlertTemplate, AlertTopic } from '../../../../shared/domains/alerts/tables.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import type { AlertCatalogue } from '../queries.ts'
import { useBegin } from './use-begin.ts'
import { useOpenAlert } from './use-open-alert.ts'

interface Props {
  readonly catalogue: AlertCatalogue
  readonly topics: readonly AlertTopic[]
  readonly mode: Alert['mode']
  readonly onClose: () => void
}

/** What it is about: the first letters of an event and Enter begin a message with the words that lie ready for it. */
export function NewAlertDialog({ catalogue, topics, mode, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const { contains } = useFilter({ sensitivity: 'base' })
  const open = useOpenAlert()
  const { begin, isRunning } = useBegin(catalogue, mode)
  const input = useFirstFocus<HTMLInputElement>()
  const start = async (topic: AlertTopic, template: AlertTemplate | null): Promise<void> => {
    const id = isRunning ? undefined : await begin(topic, template)
    if (!id) return
    onClose()
    open(id)
  }
  return (
    <Dialog title={t('alerts.newTitle')} isOpen onClose={onClose}>
      <Autocomplete filter={contains}>
        <SearchField className="alert-begin__search" aria-label={t('alerts.findTemplate')}>
          <Icon name="search" size={16} />
          <Input ref={input} className="input" autoComplete="off" placeholder={t('alerts.findTemplate')} />
        </SearchField>
        <Menu className="alert-begin" aria-label={t('alerts.newTitle')} renderEmptyState={() => <p className="choices__empty">{t('alerts.noTemplate')}</p>}>
          {topics.map(topic => <TopicPart key={topic.id} topic={topic} templates={catalogue.templates} onStart={template => void start(topic, template)} />)}
        </Menu>
      </Autocomplete>
    </Dialog>
  )
}

interface PartProps {
  readonly topic: AlertTopic
  readonly templates: readonly AlertTemplate[]
  readonly onStart: (template: AlertTemplate | null) => void
}

function TopicPart({ topic, templates, onStart }: PartProps): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const name = topic.name[language] || topic.name.de
  const ready = templates.filter(({ active, topicId }) => active && topicId === topic.id)
  return (
    <MenuSection>
      <Header className="menu__head"><strong>{name}</strong></Header>
      {ready.map(template => (
        <MenuItem key={template.id} id={template.id} className="menu__item" textValue={`${template.name} ${name}`} onAction={() => onStart(template)}>
          <Icon name={topic.kind === 'hazard' ? 'warning' : 'megaphone'} size={16} />
          <span>{template.name}</span>
        </MenuItem>
      ))}
      <MenuItem id={`${topic.id} empty`} className="menu__item" textValue={`${t('alerts.withoutTemplate')} ${name}`} onAction={() => onStart(null)}>
        <Icon name="plus" size={16} />
        <span>{t('alerts.withoutTemplate')}</span>
      </MenuItem>
    </MenuSection>
  )
}
