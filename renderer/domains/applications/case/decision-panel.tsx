import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useNow, usePerson } from '../../../core-client/core-context.tsx'
import { ActionButton } from '../../../ui/button.tsx'
import { errorSentences } from '../../../ui/error-sentences.ts'
import { refusalsOn } from '../case-rules.ts'
import { useApplicationCommand } from '../mutations.ts'
import type { DecisionProps, Whole } from './case-actions.ts'
import { PendingNote } from './pending-note.tsx'
import { ProposalCard } from './proposal-card.tsx'
import { ProposeForm } from './propose-form.tsx'
import { SettleActions } from './settle-actions.tsx'
import { Unavailable } from './unavailable.tsx'

/** What can be done on the case now, and for what cannot, why not. */
export function DecisionPanel({ whole }: { readonly whole: Whole }): ReactElement {
  const { t } = useTranslation()
  const refusals = refusalsOn(whole, usePerson(), useNow())
  return (
    <section className="panel panel--decision" aria-labelledby="decision-title" data-region={t('regions.decision')} tabIndex={-1}>
      <header className="panel__head"><h2 id="decision-title" className="panel__title">{t('decision.title')}</h2></header>
      <PendingNote whole={whole} />
      <ByStatus whole={whole} refusals={refusals} />
    </section>
  )
}

function ByStatus(props: DecisionProps): ReactElement {
  const { status } = props.whole.application
  if (status === 'received') return <ClaimActions {...props} />
  if (status === 'in-progress') return <WorkActions {...props} />
  return (
    <>
      <ProposalCard whole={props.whole} />
      {status === 'proposed' && <SettleActions {...props} />}
    </>
  )
}

function ClaimActions({ whole, refusals }: DecisionProps): ReactElement {
  const { t } = useTranslation()
  const { run } = useApplicationCommand('claim')
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
        onPress={() => void run({ applicationId: whole.application.id })}
      >
        {t('decision.claim')}
      </ActionButton>
    </div>
  )
}

function WorkActions({ whole, refusals }: DecisionProps): ReactElement {
  const { t } = useTranslation()
  const { run } = useApplicationCommand('release')
  const me = usePerson()
  const { assigneeId, assigneeName, id } = whole.application
  const isMine = assigneeId === me.personId
  return (
    <div className="stack">
      <p>{isMine ? t('decision.heldByYou') : t('decision.heldBy', { name: assigneeName ?? t('history.somebody') })}</p>
      <LastReturn whole={whole} />
      {isMine && !refusals.propose && <ProposeForm whole={whole} />}
      {refusals.propose && <Unavailable action={t('decision.propose')} why={errorSentences(t, refusals.propose)} />}
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
