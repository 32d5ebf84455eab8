import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '../../../ui/button.tsx'
import { errorSentences } from '../../../ui/error-sentences.ts'
import { useApplicationCommand } from '../mutations.ts'
import { AskDialog } from './ask-dialog.tsx'
import type { DecisionProps } from './case-actions.ts'
import { ExtendDialog } from './extend-dialog.tsx'

/** What the person who holds a case does with its period: stop it by asking, let it go on, extend it. */
export function ClockActions({ whole, refusals }: DecisionProps): ReactElement {
  const { t } = useTranslation()
  const [open, setOpen] = useState<'ask' | 'extend'>()
  const { run } = useApplicationCommand('resume')
  const { id, suspendedAt, dueAt } = whole.application
  const close = (): void => setOpen(undefined)
  const extension = refusals.extend && errorSentences(t, refusals.extend).happened
  return (
    <div className="row">
      {!refusals.ask && <ActionButton name="ask" icon="question" onPress={() => setOpen('ask')}>{t('period.ask')}</ActionButton>}
      {!refusals.resume && <ActionButton name="resume" icon="check" onPress={() => void run({ applicationId: id })}>{t('period.resume')}</ActionButton>}
      {(suspendedAt !== null || dueAt !== null) && (
        <ActionButton name="extend" icon="calendar" refusal={extension ?? undefined} onPress={() => setOpen('extend')}>{t('period.extend')}</ActionButton>
      )}
      {open === 'ask' && <AskDialog whole={whole} onClose={close} />}
      {open === 'extend' && dueAt !== null && <ExtendDialog whole={whole} dueAt={dueAt} onClose={close} />}
    </div>
  )
}
