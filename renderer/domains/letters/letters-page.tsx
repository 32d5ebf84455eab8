import { useState, type ReactElement } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { TemplateId } from '../../../shared/domains/letters/tables.ts'
import type { DepartmentId } from '../../../shared/ids.ts'
import { Button } from '../../ui/button.tsx'
import { Screen } from '../../ui/screen.tsx'
import { LetterheadEditor } from './letterhead-editor.tsx'
import { LetterheadList } from './letterhead-list.tsx'
import { NewTemplateDialog } from './new-template-dialog.tsx'
import type { PreviewButtonType } from './preview-button.ts'
import { useTownLetters } from './queries.ts'
import { TemplateEditor } from './template-editor.tsx'
import { TemplateList } from './template-list.tsx'
import './letters.css'

type Opened = { readonly kind: 'template'; readonly id: TemplateId } | { readonly kind: 'letterhead'; readonly id: DepartmentId }

/** What letters are made from: templates, and the letterhead of each department. */
export function LettersPage({ PreviewButton }: { readonly PreviewButton: PreviewButtonType }): ReactElement {
  const { t } = useTranslation()
  const town = useTownLetters()
  const [opened, setOpened] = useState<Opened>()
  const [last, setLast] = useState<Opened>()
  const [isNew, setNew] = useState(false)
  const open = (next: Opened): void => {
    setNew(false)
    setOpened(next)
    setLast(next)
  }
  const close = (): void => setOpened(undefined)
  if (!town) return <Screen title={t('pages.letters')}><output className="muted">{t('common.loading')}</output></Screen>
  const head = opened?.kind === 'letterhead' ? town.letterheads.find(({ id }) => id === opened.id) : undefined
  if (opened?.kind === 'template') return <div className="screen screen--wide"><TemplateEditor key={opened.id} id={opened.id} PreviewButton={PreviewButton} onClose={close} /></div>
  if (head) return <div className="screen screen--wide"><LetterheadEditor key={head.id} line={head} PreviewButton={PreviewButton} onClose={close} /></div>
  return (
    <Screen isWide title={t('pages.letters')} intro={t('letters.intro')} actions={<Button kind="primary" icon="plus" onPress={() => setNew(true)}>{t('letters.new')}</Button>}>
      <Tabs defaultSelectedKey={last?.kind ?? 'template'}>
        <TabList className="tabs" aria-label={t('letters.views')}>
          <Tab id="template" className="tab">{t('letters.templates')}</Tab>
          <Tab id="letterhead" className="tab">{t('letters.letterheads')}</Tab>
        </TabList>
        <TabPanel id="template"><TemplateList templates={town.templates} lastId={last?.kind === 'template' ? last.id : undefined} onOpen={id => open({ kind: 'template', id })} /></TabPanel>
        <TabPanel id="letterhead"><LetterheadList letterheads={town.letterheads} lastId={last?.kind === 'letterhead' ? last.id : undefined} onOpen={id => open({ kind: 'letterhead', id })} /></TabPanel>
      </Tabs>
      {isNew && <NewTemplateDialog town={town} onClose={() => setNew(false)} onBegun={id => open({ kind: 'template', id })} />}
    </Screen>
  )
}
