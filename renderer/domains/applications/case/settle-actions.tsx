import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Decision } from '../../../../shared/domains/applications/tables.ts'
import { useStatus } from '../../../core-client/core-context.tsx'
import { ActionButton } from '../../../ui/button.tsx'
import { errorSentences } from '../../../ui/error-sentences.ts'
import { useApplicationCommand } from '../mutations.ts'
import type { DecisionProps } from './case-actions.ts'
import { SettleDialog } from './settle-dialog.tsx'
import { Unavailable } from './unavailable.tsx'

type Settling = 'approve' | 'return' | 'reject'

/** What a releasing person does with a proposal; whoever may not sees why instead. */
export function SettleActions({ whole, refusals }: DecisionProps): ReactElement {
  const { t } = useTranslation()
  const [open, setOpen] = useState<Settling>()
  if (refusals.approve?.code === 'commands/not-allowed') return <p className="muted">{t('decision.waitsForRelease')}</p>
  if (refusals.approve) return <Unavailable action={t('decision.approve')} why={errorSentences(t, refusals.approve)} />
  const refusalOf = (action: Settling): string | undefined => (refusals[action] ? errorSentences(t, refusals[action]).happened : undefined)
  return (
    <div className="stack">
      <ActionButton kind="primary" icon="checkCircle" isPrimary onPress={() => setOpen('approve')}>{t('decision.approve')}</ActionButton>
      <div className="row">
        <ActionButton icon="undo" refusal={refusalOf('return')} onPress={() => setOpen('return')}>{t('decision.return')}</ActionButton>
        <ActionButton icon="crossCircle" refusal={refusalOf('reject')} onPress={() => setOpen('reject')}>{t('decision.reject')}</ActionButton>
      </div>
      {open && whole.decision && <Settle key={open} action={open} whole={whole} decision={whole.decision} onClose={() => setOpen(undefined)} />}
    </div>
  )
}

interface SettleProps {
  readonly action: Settling
  readonly whole: DecisionProps['whole']
  readonly decision: Decision
  readonly onClose: () => void
}

/** The content hash says exactly what the person saw: what has changed since is refused, not released. */
function Settle({ action, whole, decision, onClose }: SettleProps): ReactElement {
  const { t } = useTranslation()
  const isOnline = useStatus()?.connection === 'online'
  const approve = useApplicationCommand('approve').run
  const giveBack = useApplicationCommand('return').run
  const reject = useApplicationCommand('reject').run
  const seen = { applicationId: whole.application.id, decisionId: decision.id, contentHash: decision.contentHash }
  const send = async (text: string): Promise<void> => {
    const saved = action === 'approve' ? approve({ ...seen, note: text }) : action === 'return' ? giveBack({ ...seen, reason: text }) : reject({ ...seen, reason: text })
    if (await saved) onClose()
  }
  const wording = {
    approve: { title: t('decision.approveTitle'), text: t('decision.approveText', { outcome: t(`outcome.${decision.outcome}`), name: whole.application.applicantName }), label: t('decision.note') },
    return: { title: t('decision.returnTitle'), text: t('decision.returnText', { name: decision.proposedByName }), label: t('decision.whatToChange') },
    reject: { title: t('decision.rejectTitle'), text: t('decision.rejectText'), label: t('decision.whyRejected') },
  }[action]
  return (
    <SettleDialog
      {...wording}
      confirm={t(`decision.${action}`)}
      warning={action === 'approve' && !isOnline ? t('decision.approveOffline') : undefined}
      isReasonRequired={action !== 'approve'}
      onConfirm={send}
      onClose={onClose}
    />
  )
}
