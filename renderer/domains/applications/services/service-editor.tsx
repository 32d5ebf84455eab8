import { useMemo, useState, type ReactElement } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { EditedService } from '../../../../shared/contract/services.ts'
import { serviceProblems } from '../../../../shared/domains/applications/service-problems.ts'
import type { ServiceId } from '../../../../shared/ids.ts'
import { Button } from '../../../ui/button.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { EditorActions } from './editor-actions.tsx'
import { EditorBody } from './editor-body.tsx'
import { EditorNotices } from './editor-notices.tsx'
import { partOf } from './editor-parts.ts'
import { LooseningNote } from './loosening-note.tsx'
import { PreviewAsCitizen } from './preview-as-citizen.tsx'
import { PreviewAsStaff } from './preview-as-staff.tsx'
import { KeepingNote } from '../../../ui/editing/keeping-note.tsx'
import { ProblemsContext } from '../../../ui/editing/problem-words.ts'
import { useJudged } from '../../../ui/editing/use-judged.ts'
import { useEditedService, type TownServices } from './queries.ts'
import { ServiceState } from './service-state.tsx'
import { useMayWrite } from './use-publishing.ts'
import { useServiceDraft } from './use-service-draft.ts'

interface Props {
  readonly id: ServiceId
  readonly departments: TownServices['departments']
  readonly onClose: () => void
}

/** A service being changed: its parts, how staff and citizens will see it, and what can be done with it. */
export function ServiceEditor({ id, departments, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const answer = useEditedService(id)
  if (answer.kind === 'loading') return <output className="muted">{t('common.loading')}</output>
  if (answer.kind === 'refused') {
    return <Problem refusal={answer.refusal}><Button icon="back" onPress={onClose}>{t('services.back')}</Button></Problem>
  }
  return <OpenEditor id={id} edited={answer.value} departments={departments} onClose={onClose} />
}

function OpenEditor({ id, edited, departments, onClose }: Props & { readonly edited: EditedService }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const draft = useServiceDraft(id, edited, departments[0]?.id ?? '')
  const problems = useMemo(() => serviceProblems(draft.content), [draft.content])
  const mayWrite = useMayWrite()
  const [tab, setTab] = useState(mayWrite ? 'edit' : 'staff')
  const { shown, go, judge } = useJudged(problems, partOf, () => setTab('edit'))
  const heading = useFirstFocus<HTMLHeadingElement>()
  const words = useMemo(() => new Map(shown.map(({ path, code }) => [path, t(`services.problems.${code}`)] as const)), [shown, t])
  return (
    <ProblemsContext value={words}>
      <div className="editor">
        <header className="editor__head">
          <div className="row"><Button kind="quiet" icon="back" onPress={onClose}>{t('services.back')}</Button>{mayWrite && <KeepingNote keeping={draft.keeping} />}</div>
          <div className="editor__title">
            <h1 ref={heading} tabIndex={-1} className="screen__title">{draft.content.title[language] || t('services.unnamedService')}</h1>
            <ServiceState state={edited.service ? (edited.service.active ? 'offered' : 'withdrawn') : 'new'} />
            {edited.service && <span className="muted">{t('case.formVersion', { version: edited.service.formVersion })}</span>}
          </div>
          <EditorActions id={id} edited={edited} draft={draft} problems={problems} onJudge={judge} onClose={onClose} />
        </header>
        <LooseningNote edited={edited} content={draft.content} isComplete={problems.length === 0} departmentName={departments.find(({ id: one }) => one === edited.service?.departmentId)?.name ?? ''} />
        <EditorNotices edited={edited} draft={draft} problems={shown} onGo={go} />
        <Tabs selectedKey={tab} onSelectionChange={key => setTab(String(key))}>
          <TabList className="tabs" aria-label={t('services.views')}>
            {mayWrite && <Tab id="edit" className="tab">{t('services.edit')}</Tab>}
            <Tab id="staff" className="tab">{t('services.asStaff')}</Tab>
            <Tab id="citizen" className="tab">{t('services.asCitizen')}</Tab>
          </TabList>
          {mayWrite && <TabPanel id="edit"><EditorBody draft={draft} problems={shown} departments={departments} onGo={go} /></TabPanel>}
          <TabPanel id="staff"><PreviewAsStaff content={draft.content} formVersion={(edited.service?.formVersion ?? 0) + 1} /></TabPanel>
          <TabPanel id="citizen"><PreviewAsCitizen content={draft.content} /></TabPanel>
        </Tabs>
      </div>
    </ProblemsContext>
  )
}
