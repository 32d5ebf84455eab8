import { useState, type ReactElement } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Outcome } from '../../../../shared/domains/applications/tables.ts'
import { useDraft } from '../../../core-client/use-draft.tsx'
import { ActionButton } from '../../../ui/button.tsx'
import { errorSentences } from '../../../ui/error-sentences.ts'
import { Icon } from '../../../ui/icon.tsx'
import { TextArea } from '../../../ui/text-input.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useApplicationCommand } from '../mutations.ts'
import type { Whole } from './case-actions.ts'

const SHORTEST_REASON = 3

/** Outcome and reason of a proposal; both are kept as a draft until they are sent. */
export function ProposeForm({ whole, hasFocus }: { readonly whole: Whole; readonly hasFocus: boolean }): ReactElement {
  const { t } = useTranslation()
  const applicationId = whole.application.id
  const { draft: { outcome, reason }, isReady, change } = useDraft(applicationId)
  const [isMissing, setMissing] = useState(false)
  const { run, isRunning } = useApplicationCommand('propose')
  const lacksReason = outcome === 'refused' && reason.trim().length < SHORTEST_REASON
  const send = async (): Promise<void> => {
    if (!outcome || isRunning) return
    setMissing(lacksReason)
    if (lacksReason) return
    if (await run({ applicationId, outcome, reason: reason.trim() })) change({ outcome: null, reason: '' })
  }
  return (
    <div className="stack">
      <OutcomeChoice value={outcome} isReady={isReady} hasFocus={hasFocus} onChange={value => { change({ outcome: value }); setMissing(false) }} />
      <TextArea
        label={t('decision.reason')}
        hint={t(outcome === 'refused' ? 'decision.reasonRefusedHint' : 'decision.reasonGrantedHint')}
        error={isMissing && lacksReason ? errorSentences(t, { code: 'applications/reason-missing' }).happened : undefined}
        value={reason}
        isReadOnly={!isReady}
        rows={4}
        maxLength={8_000}
        isRequired={outcome === 'refused'}
        onChange={value => change({ reason: value })}
        onSubmit={() => void send()}
      />
      <ActionButton kind="primary" icon="scales" isPrimary hint={t(whole.service.releaseMode === 'four-eyes' ? 'decision.fourEyes' : 'decision.singleByService')} refusal={outcome ? undefined : t('decision.chooseFirst')} onPress={() => void send()}>
        {outcome ? t(outcome === 'granted' ? 'decision.grantConfirm' : 'decision.refuseConfirm') : t('decision.propose')}
      </ActionButton>
    </div>
  )
}

interface ChoiceProps {
  readonly value: Outcome | null
  readonly isReady: boolean
  readonly hasFocus: boolean
  readonly onChange: (value: Outcome) => void
}

function OutcomeChoice({ value, isReady, hasFocus, onChange }: ChoiceProps): ReactElement {
  const { t } = useTranslation()
  const first = useFirstFocus<HTMLInputElement>(hasFocus && isReady)
  return (
    <RadioGroup className="segments" isDisabled={!isReady} value={value} onChange={chosen => onChange(chosen === 'refused' ? 'refused' : 'granted')} orientation="horizontal">
      <Label className="field__label">{t('decision.outcome')}</Label>
      <div className="segments__row">
        <Radio value="granted" inputRef={first} className="segment segment--good"><Icon name="checkCircle" />{t('decision.grant')}</Radio>
        <Radio value="refused" className="segment segment--bad"><Icon name="crossCircle" />{t('decision.refuse')}</Radio>
      </div>
    </RadioGroup>
  )
}
