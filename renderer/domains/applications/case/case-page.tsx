import { useEffect, useRef, type ComponentType, type ReactElement, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApplicationId } from '../../../../shared/ids.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { useCase } from '../queries.ts'
import { Attachments } from './attachments.tsx'
import type { Whole } from './case-actions.ts'
import { CaseHead, type CaseNavigation } from './case-head.tsx'
import { DecisionPanel } from './decision-panel.tsx'
import { FormSections } from './form-sections.tsx'
import { History } from './history.tsx'
import { NoteForm } from './note-form.tsx'
import './case.css'

interface Props {
  readonly id: ApplicationId
  readonly navigation: CaseNavigation
  /** The conversation with the citizen is a domain of its own; the frame brings it. */
  readonly Conversation: ComponentType<{ readonly whole: Whole }>
}

/** One case on one screen, in the order in which it is read. */
export function CasePage({ id, navigation, Conversation }: Props): ReactElement {
  const { t } = useTranslation()
  const answer = useCase(id)
  useOpenCase(id)
  if (answer.kind === 'loading') return <section className="case" aria-busy="true"><output className="case__loading muted">{t('common.loading')}</output></section>
  if (answer.kind === 'refused') return (
    <section className="case">
      <div className="case__missing">
        <h1>{t('case.notFoundTitle')}</h1>
        <Problem refusal={answer.refusal}><Button icon="back" onPress={navigation.onBack}>{t('case.back')}</Button></Problem>
      </div>
    </section>
  )
  const { whole } = answer
  return (
    <Focused key={id}>
      <CaseHead whole={whole} navigation={navigation} />
      <div className="case__columns">
        <div className="case__decision"><DecisionPanel whole={whole} /></div>
        <div className="case__main">
          <FormSections form={whole.form} application={whole.application} />
          <Attachments attachments={whole.attachments} />
          <Conversation whole={whole} />
        </div>
        <div className="case__side">
          <NoteForm applicationId={id} />
          <History whole={whole} />
        </div>
      </div>
    </Focused>
  )
}

/** A screen reader begins to read where the case begins; the keys scroll it. */
function Focused({ children }: { readonly children: ReactNode }): ReactElement {
  const frame = useRef<HTMLElement>(null)
  useEffect(() => frame.current?.focus({ preventScroll: true }), [])
  return <section ref={frame} className="case" tabIndex={-1}>{children}</section>
}

/** Colleagues see that the case is open here, until it is left. */
function useOpenCase(id: ApplicationId): void {
  const { client } = useCore()
  useEffect(() => {
    // Nothing depends on it: without a link nobody sees it either.
    client.applications.open({ id }).catch(ignore)
    return () => void client.applications.open({ id: null }).catch(ignore)
  }, [client, id])
}

const ignore = (): void => undefined
