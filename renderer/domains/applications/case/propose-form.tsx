import { useState, type ReactElement } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { releaseModeFor } from '../../../../shared/domains/applications/rules.ts'
import type { Proposed } from '../../../../shared/domains/applications/proposal.ts'
import type { Outcome } from '../../../../shared/domains/applications/tables.ts'
import type { Language } from '../../../texts/languages.ts'
import { useNow, usePerson } from '../../../core-client/core-context.tsx'
import { useDraft } from '../../../core-client/use-draft.tsx'
import type { Draft } from '../../../core-client/draft.ts'
import { ActionButton } from '../../../ui/button.tsx'
import { errorSentences } from '../../../ui/error-sentences.ts'
import { Icon } from '../../../ui/icon.tsx'
import { centsOf } from '../../../ui/money.ts'
import { TextArea, TextInput } from '../../../ui/text-input.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { useApplicationCommand } from '../mutations.ts'
import type { Whole } from './case-actions.ts'
import { draftLetter, NO_LETTER, templateFor } from './letter/letter-draft.ts'
import { LetterPreviewButton } from './letter/letter-preview.tsx'
import { MissingParts } from './letter/missing-parts.tsx'
import { TemplateChoice } from './letter/template-choice.tsx'
import { asksAmount, ProposalFields, usualFee } from './letter/proposal-fields.tsx'

const SHORTEST_REASON = 3
const NOTHING_WRITTEN = { outcome: null, reason: '', conditions: '', amount: '', fee: null, templateId: null } as const

type Values = Readonly<Record<string, string>>

/** Outcome, reason and letter of a proposal; what is written is kept as a draft until it is sent. */
export function ProposeForm({ whole, hasFocus }: { readonly whole: Whole; readonly hasFocus: boolean }): ReactElement {
  const { t } = useTranslation()
  const applicationId = whole.application.id
  const language = useLanguage()
  const { draft, isReady, change } = useDraft(applicationId)
  const { outcome, reason } = draft
  const [values, setValues] = useState<Values>({})
  const [isMissing, setMissing] = useState(false)
  const { run, isRunning } = useApplicationCommand('propose')
  const me = usePerson()
  const proposed = outcome && proposedIn(whole, draft, outcome, { values, language })
  const nowMs = useNow()
  const letter = proposed ? draftLetter(whole, proposed, me.name, nowMs) : NO_LETTER
  const lacksReason = outcome === 'refused' && reason.trim().length < SHORTEST_REASON
  const send = async (): Promise<void> => {
    if (!proposed || isRunning) return
    setMissing(lacksReason)
    if (lacksReason) return
    if (await run({ applicationId, ...proposed })) change(NOTHING_WRITTEN)
  }
  const isSingle = proposed !== null && releaseModeFor(whole.service, proposed.outcome, proposed.amountCents) === 'single-by-service'
  return (
    <div className="stack">
      <OutcomeChoice value={outcome} isReady={isReady} hasFocus={hasFocus} onChange={value => { change({ outcome: value }); setMissing(false) }} />
      <TextArea
        label={t('decision.reason')}
        hint={t(outcome === 'refused' ? 'decision.reasonRefusedHint' : 'decision.reasonGrantedHint')}
        error={isMissing && lacksReason ? errorSentences(t, { code: 'applications/reason-missing' }).happened : undefined}
        value={reason}
        rows={4}
        maxLength={8_000}
        isRequired={outcome === 'refused'}
        onChange={value => change({ reason: value })}
        onSubmit={() => void send()}
      />
      {outcome && <ProposalFields whole={whole} draft={draft} change={change} />}
      {outcome && <TemplateChoice whole={whole} outcome={outcome} chosenId={draft.templateId} onChange={templateId => change({ templateId })} />}
      {outcome && letter.asked.map(({ name, label }) => (
        <TextInput key={name} label={label} hint={t('letter.variableHint')} value={values[name] ?? ''} maxLength={4_000} isRequired onChange={value => setValues({ ...values, [name]: value })} />
      ))}
      {outcome && <MissingParts missing={letter.missing} todo={t('letter.lacksTodo')} />}
      <ActionButton
        kind="primary" icon="scales" isPrimary
        hint={t(isSingle ? 'decision.singleByService' : 'decision.fourEyes')}
        refusal={outcome ? (proposed ? undefined : t('letter.noAmount')) : t('decision.chooseFirst')}
        onPress={() => void send()}
      >
        {outcome ? t(outcome === 'granted' ? 'decision.grantConfirm' : 'decision.refuseConfirm') : t('decision.propose')}
      </ActionButton>
      {outcome && templateFor(whole, outcome, draft.templateId) && <LetterPreviewButton query={proposed && { applicationId, ...proposed }} />}
    </div>
  )
}

/** What would be proposed; null while an amount that was written is none. */
function proposedIn(whole: Whole, draft: Draft, outcome: Outcome, { values, language }: { readonly values: Values; readonly language: Language }): Proposed | null {
  const isGranted = outcome === 'granted'
  const amountCents = isGranted && asksAmount(whole.service) ? centsOf(draft.amount, language) : null
  const feeCents = centsOf(draft.fee ?? usualFee(whole.service, outcome, language), language)
  if (amountCents === undefined || feeCents === undefined) return null
  const template = templateFor(whole, outcome, draft.templateId)
  return {
    outcome, amountCents, feeCents,
    reason: draft.reason.trim(),
    conditions: isGranted ? draft.conditions.trim() : '',
    letter: template ? { templateId: template.id, templateVersion: template.templateVersion, values: { ...values } } : null,
  }
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
