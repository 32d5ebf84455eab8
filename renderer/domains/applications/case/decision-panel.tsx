import { useEffect, useRef, useState, type ReactElement, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useNow, usePerson } from '../../../core-client/core-context.tsx'
import { ActionButton } from '../../../ui/button.tsx'
import { errorSentences } from '../../../ui/error-sentences.ts'
import { refusalsOn } from '../case-rules.ts'
import { useApplicationCommand } from '../mutations.ts'
import type { DecisionProps, Whole } from './case-actions.ts'
import { ClockActions } from './clock-actions.tsx'
import { ChangesSince } from './letter/changes-since.tsx'
import { LetterPreviewButton } from './letter/letter-preview.tsx'
import { ProvidedLetters } from './letter/provided-letter.tsx'
import { PendingNote } from './pending-note.tsx'
import { Period } from './period.tsx'
import { ProposalCard } from './proposal-card.tsx'
import { ProposeForm } from './propose-form.tsx'
import { SettleActions } from './settle-actions.tsx'
import { Unavailable } from './unavailable.tsx'
import './letter/letter.css'

/** What can be done on the case now, and for what cannot, why not. */
export function DecisionPanel({ whole }: { readonly whole: Whole }): ReactElement {
  const { t } = useTranslation()
  const refusals = refusalsOn(whole, usePerson(), useNow())
  const panel = useKeptFocus(whole.application.status)
  return (
    <section ref={panel} className="panel panel--decision" aria-labelledby="decision-title" data-region={t('regions.decision')} tabIndex={-1}>
      <header className="panel__head"><h2 id="decision-title" className="panel__title">{t('decision.title')}</h2></header>
      <Period whole={whole} />
      <PendingNote whole={whole} />
      <ByStatus whole={whole} refusals={refusals} />
      {!refusals.certify && <Certify whole={whole} />}
      <ProvidedLetters whole={whole} />
    </section>
  )
}

/** A button that was pressed may be gone with the status it belonged to: then what has come of it takes the focus. */
function useKeptFocus(status: string): RefObject<HTMLElement | null> {
  const panel = useRef<HTMLElement>(null)
  const before = useRef(status)
  useEffect(() => {
    if (before.current !== status && document.activeElement === document.body) panel.current?.focus({ preventScroll: true })
    before.current = status
  }, [status])
  return panel
}

function ByStatus(props: DecisionProps): ReactElement {
  const { status } = props.whole.application
  const [hasClaimed, setClaimed] = useState(false)
  if (status === 'received') return <ClaimActions {...props} onClaimed={() => setClaimed(true)} />
  if (status === 'in-progress') return <WorkActions {...props} goesOn={hasClaimed} />
  return (
    <>
      <ProposalCard whole={props.whole} />
      {status === 'proposed' && <ToRelease whole={props.whole} />}
      {status === 'proposed' && <SettleActions {...props} />}
    </>
  )
}

/** What whoever releases looks at: what has changed since the last time, and the letter as it will go out. */
function ToRelease({ whole: { application, decision, earlierDecisions } }: { readonly whole: Whole }): ReactElement | null {
  const [before] = earlierDecisions
  if (!decision) return null
  const { outcome, reason, conditions, amountCents, feeCents, letter } = decision
  const chosen = letter && { templateId: letter.templateId, templateVersion: letter.templateVersion, values: letter.values }
  return (
    <>
      {before && <ChangesSince before={before} now={decision} />}
      {letter && <LetterPreviewButton query={{ applicationId: application.id, outcome, reason, conditions, amountCents, feeCents, letter: chosen }} />}
    </>
  )
}

/** Approval is deemed given: the citizen may ask for the certificate. */
function Certify({ whole }: { readonly whole: Whole }): ReactElement {
  const { t } = useTranslation()
  const { run } = useApplicationCommand('certify')
  return (
    <ActionButton icon="checkCircle" hint={t('letter.certifyHint')} onPress={() => void run({ applicationId: whole.application.id })}>
      {t('commands.applications.certify')}
    </ActionButton>
  )
}

function ClaimActions({ whole, refusals, onClaimed }: DecisionProps & { readonly onClaimed: () => void }): ReactElement {
  const { t } = useTranslation()
  const { run } = useApplicationCommand('claim')
  const claim = async (): Promise<void> => {
    if (await run({ applicationId: whole.application.id })) onClaimed()
  }
  return (
    <div className="stack">
      <p>{t('decision.free')}</p>
      <LastReturn whole={whole} />
      <ActionButton
        kind="primary"
        icon="person"
        isPrimary
        refusal={refusals.claim ? errorSentences(t, refusals.claim).happened : undefined}
        hint={t('decision.claimHint')}
        onPress={() => void claim()}
      >
        {t('decision.claim')}
      </ActionButton>
    </div>
  )
}

/** `goesOn`: whoever has just taken the case stands where the next step is. */
function WorkActions({ whole, refusals, goesOn }: DecisionProps & { readonly goesOn: boolean }): ReactElement {
  const { t } = useTranslation()
  const { run } = useApplicationCommand('release')
  const me = usePerson()
  const { assigneeId, assigneeName, id } = whole.application
  const isMine = assigneeId === me.personId
  return (
    <div className="stack">
      <p>{isMine ? t('decision.heldByYou') : t('decision.heldBy', { name: assigneeName ?? t('history.somebody') })}</p>
      <LastReturn whole={whole} />
      {isMine && !refusals.propose && <ProposeForm whole={whole} hasFocus={goesOn} />}
      {refusals.propose && <Unavailable action={t('decision.propose')} why={errorSentences(t, refusals.propose)} />}
      {isMine && <ClockActions whole={whole} refusals={refusals} />}
      {(isMine || !refusals.release) && (
        <ActionButton
          icon="undo"
          refusal={refusals.release ? errorSentences(t, refusals.release).happened : undefined}
          hint={t('decision.releaseHint')}
          onPress={() => void run({ applicationId: id })}
        >
          {t('decision.release')}
        </ActionButton>
      )}
    </div>
  )
}

/** A case that came back says why, where the work goes on. */
function LastReturn({ whole }: { readonly whole: Whole }): ReactElement | null {
  const { t } = useTranslation()
  const [last] = whole.events.filter(({ kind }) => kind === 'returned' || kind === 'rejected' || kind === 'proposed').toSorted((one, other) => other.at.localeCompare(one.at))
  if (!last?.text || last.kind === 'proposed') return null
  return <p className="callout">{t('decision.lastReturned', { name: last.actorName ?? t('history.somebody'), reason: last.text })}</p>
}
