import { useEffect, useRef, type ComponentType, type ReactElement, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApplicationId } from '../../../../shared/ids.ts'
import type { Instant } from '../../../../shared/time.ts'
import { useCore, useNow, usePerson } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { Problem } from '../../../ui/problem.tsx'
import type { Surroundings } from '../../../../shared/contract/around.ts'
import { refusalsOn } from '../case-rules.ts'
import { useAround, useCase } from '../queries.ts'
import { ProposedWay } from '../../people/proposed-way.tsx'
import { Veiled } from '../../people/veiled.tsx'
import { Attachments } from './attachments.tsx'
import type { Whole } from './case-actions.ts'
import { CommentsPanel } from './comments-panel.tsx'
import { Completeness } from './completeness.tsx'
import type { OpenCase } from './case-link.tsx'
import { CaseHead, type CaseNavigation } from './case-head.tsx'
import { DecisionPanel } from './decision-panel.tsx'
import { Duplicates } from './duplicates.tsx'
import { FormSections } from './form-sections.tsx'
import { HandlingActions } from './handling-actions.tsx'
import { History } from './history.tsx'
import { NoMailbox } from './no-mailbox.tsx'
import { PassingActions } from './passing-actions.tsx'
import { RelatedPanel } from './related-panel.tsx'
import { TasksPanel } from './tasks-panel.tsx'
import './case.css'
import './work.css'

interface Props {
  readonly id: ApplicationId
  readonly navigation: CaseNavigation
  /** The conversation with the citizen is a domain of its own; the frame brings it. */
  readonly Conversation: ComponentType<{ readonly whole: Whole }>
  /** So are notices: those against which the case is the objection. */
  readonly Objections: ComponentType<{ readonly applicationId: ApplicationId; readonly receivedAt: Instant }>
  /** And how the case's own decisions reached whoever applied. */
  readonly Deliveries: ComponentType<{ readonly applicationId: ApplicationId }>
}

/** One case on one screen, in the order in which it is read. */
export function CasePage({ id, navigation, Conversation, Objections, Deliveries }: Props): ReactElement {
  const { t } = useTranslation()
  const answer = useCase(id)
  const around = useAround(id)
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
  return (
    <Focused key={id}>
      <CaseHead whole={answer.value} navigation={navigation} />
      <Columns whole={answer.value} around={around ?? ALONE} onOpen={navigation.onOpen} Conversation={Conversation} Objections={Objections} Deliveries={Deliveries} />
    </Focused>
  )
}

/** Until it is known what stands around a case, nothing does. */
const ALONE: Surroundings = { parent: null, parts: [], keptIn: null, merged: [], samePerson: [], more: 0, duplicates: [], colleagues: [] }

interface ColumnsProps extends Pick<Props, 'Conversation' | 'Objections' | 'Deliveries'> {
  readonly whole: Whole
  readonly around: Surroundings
  readonly onOpen: OpenCase
}

function Columns({ whole, around, onOpen, Conversation, Objections, Deliveries }: ColumnsProps): ReactElement {
  const refusals = refusalsOn(whole, usePerson(), useNow())
  const { merged, colleagues } = around
  // What came with a duplicate belongs to the case that goes on.
  const attachments = [...whole.attachments, ...merged.flatMap(other => other.attachments)]
  const messages = [...whole.messages, ...merged.flatMap(other => other.messages)]
  return (
    <div className="case__columns">
      <div className="case__decision">
        <DecisionPanel whole={whole} />
        <div className="panel case__handling">
          <HandlingActions whole={whole} />
          <PassingActions whole={whole} refusals={refusals} merged={merged.map(({ line }) => line.id)} />
        </div>
      </div>
      <div className="case__main">
        <Duplicates whole={whole} around={around} onOpen={onOpen} />
        <Completeness whole={whole} canAsk={refusals.ask === null} />
        <Veiled key={whole.application.id} table="applications" id={whole.application.id}><FormSections form={whole.form} answers={whole.application.form} /></Veiled>
        <Attachments applicationId={whole.application.id} attachments={attachments} />
        <NoMailbox whole={whole} />
        <ProposedWay table="applications" recordId={whole.application.id} />
        <Conversation whole={merged.length > 0 ? { ...whole, messages } : whole} />
      </div>
      <div className="case__side">
        <TasksPanel whole={whole} colleagues={colleagues} />
        <CommentsPanel whole={whole} colleagues={colleagues} />
        <Deliveries applicationId={whole.application.id} />
        <Objections applicationId={whole.application.id} receivedAt={whole.application.receivedAt} />
        <RelatedPanel whole={whole} around={around} onOpen={onOpen} />
        <History whole={whole} />
      </div>
    </div>
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
