import { Link } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { AlertTemplate } from '../../../../shared/domains/alerts/tables.ts'
import { Button } from '../../../ui/button.tsx'
import { Screen } from '../../../ui/screen.tsx'
import { useAlertCatalogue, type AlertCatalogue } from '../queries.ts'
import { SettingsPart } from './settings-part.tsx'
import { TemplateEditor, type TemplateToEdit } from './template-editor.tsx'
import { TemplateList } from './template-list.tsx'
import { TopicEditor } from './topic-editor.tsx'
import { TopicList } from './topic-list.tsx'
import { useChannelState } from './use-channel-state.ts'
import { WaysPart } from './ways-part.tsx'
import '../../../ui/editing/editing.css'
import '../composer/composer.css'
import './catalogue.css'

type Opened = { readonly kind: 'topic'; readonly id: string | undefined } | { readonly kind: 'template'; readonly which: TemplateToEdit }
const TABS = ['topics', 'templates', 'settings', 'ways'] as const
type TabName = (typeof TABS)[number]

/** What messages to the public are made of: topics, words that lie ready, what all have in common, and the ways out of the house. */
export function CataloguePage(): ReactElement {
  const { t } = useTranslation()
  const catalogue = useAlertCatalogue()
  const [opened, setOpened] = useState<Opened>()
  const [last, setLast] = useState<Opened>()
  const [tab, setTab] = useState<TabName>('topics')
  const open = (next: Opened): void => {
    setOpened(next)
    setLast(next)
  }
  const close = (): void => setOpened(undefined)
  if (!catalogue) return <Screen title={t('pages.alert-catalogue')}><output className="muted">{t('common.loading')}</output></Screen>
  const { topics } = catalogue
  const actions = (
    <>
      <Link to="/$page" params={{ page: 'alerts' }} className="button button--quiet">{t('alertCatalogue.toAlerts')}</Link>
      {tab === 'topics' && <Button kind="primary" icon="plus" onPress={() => open({ kind: 'topic', id: undefined })}>{t('alertCatalogue.newTopic')}</Button>}
      {tab === 'templates' && topics.length > 0 && <Button kind="primary" icon="plus" onPress={() => open({ kind: 'template', which: { kind: 'new' } })}>{t('alertCatalogue.newTemplate')}</Button>}
    </>
  )
  if (opened?.kind === 'topic') return <div className="screen screen--wide"><TopicEditor topic={topics.find(({ id }) => id === opened.id)} topics={topics} onClose={close} /></div>
  if (opened) {
    const copy = (template: AlertTemplate): void => open({ kind: 'template', which: { kind: 'copy', template } })
    return <div className="screen screen--wide"><TemplateEditor key={keyOf(opened.which)} which={currentOf(opened.which, catalogue)} catalogue={catalogue} onCopy={copy} onClose={close} /></div>
  }
  return (
    <Screen isWide title={t('pages.alert-catalogue')} intro={t('alertCatalogue.intro')} actions={actions}>
      <Parts catalogue={catalogue} tab={tab} last={last} onTab={setTab} onOpen={open} />
    </Screen>
  )
}

const keyOf = (which: TemplateToEdit): string => (which.kind === 'new' ? which.kind : `${which.kind} ${which.template.id}`)

/** As everybody has it now: somebody else may have changed it while it is open here. */
function currentOf(which: TemplateToEdit, { templates }: AlertCatalogue): TemplateToEdit {
  if (which.kind === 'new') return which
  return { ...which, template: templates.find(({ id }) => id === which.template.id) ?? which.template }
}

interface PartsProps {
  readonly catalogue: AlertCatalogue
  readonly tab: TabName
  /** What a person comes back from. */
  readonly last: Opened | undefined
  readonly onTab: (tab: TabName) => void
  readonly onOpen: (opened: Opened) => void
}

function Parts({ catalogue, tab, last, onTab, onOpen }: PartsProps): ReactElement {
  const { t } = useTranslation()
  const state = useChannelState()
  return (
    <Tabs selectedKey={tab} onSelectionChange={key => onTab(TABS.find(name => name === key) ?? 'topics')}>
      <TabList className="tabs" aria-label={t('alertCatalogue.parts')}>
        {TABS.map(name => <Tab key={name} id={name} className="tab">{t(`alertCatalogue.tab.${name}`)}</Tab>)}
      </TabList>
      <TabPanel id="topics"><TopicList topics={catalogue.topics} people={state?.people} lastId={last?.kind === 'topic' ? last.id : undefined} onOpen={({ id }) => onOpen({ kind: 'topic', id })} /></TabPanel>
      <TabPanel id="templates"><TemplateList catalogue={catalogue} lastId={last?.kind === 'template' && last.which.kind !== 'new' ? last.which.template.id : undefined} onOpen={template => onOpen({ kind: 'template', which: { kind: 'set', template } })} /></TabPanel>
      <TabPanel id="settings"><SettingsPart settings={catalogue.settings} /></TabPanel>
      <TabPanel id="ways"><WaysPart state={state} /></TabPanel>
    </Tabs>
  )
}
