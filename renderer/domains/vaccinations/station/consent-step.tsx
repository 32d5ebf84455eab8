import { useState, type ReactElement } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Consent, Visit } from '../../../../shared/domains/vaccinations/tables.ts'
import { errorSentences } from '../../../ui/error-sentences.ts'
import { TextInput } from '../../../ui/text-input.tsx'
import { NextButton, StepFrame } from './step-frame.tsx'
import type { Station } from './use-station.ts'

const KINDS = ['oral', 'written', 'guardian'] as const

/** The person was told what is done and agrees: by word as usual, in writing, or somebody agrees for them. */
export function ConsentStep({ visit, station }: { readonly visit: Visit; readonly station: Station }): ReactElement {
  const { t } = useTranslation()
  const [kind, setKind] = useState<Consent['kind']>('oral')
  const [guardianName, setGuardian] = useState('')
  const [wasTried, setTried] = useState(false)
  const lacksName = kind === 'guardian' && guardianName.trim() === ''
  const send = (): void => {
    setTried(true)
    if (!lacksName) station.step('consent', { visitId: visit.id, kind, guardianName })
  }
  return (
    <StepFrame title={t('vaccinations.consent')}>
      <div className="step__row">
        <NextButton isResting={station.isResting} hasFocus onPress={send}>{t('vaccinations.saveConsent')}</NextButton>
        <p className="muted">{t('vaccinations.consentHint')}</p>
      </div>
      <RadioGroup className="segments" orientation="horizontal" value={kind} onChange={chosen => setKind(KINDS.find(one => one === chosen) ?? 'oral')}>
        <Label className="field__label">{t('vaccinations.consentHow')}</Label>
        <div className="segments__row">{KINDS.map(one => <Radio key={one} value={one} className="segment segment--good">{t(`vaccinations.consents.${one}`)}</Radio>)}</div>
      </RadioGroup>
      {kind === 'guardian' && <TextInput label={t('vaccinations.guardian')} value={guardianName} maxLength={160} isRequired error={wasTried && lacksName ? errorSentences(t, { code: 'vaccinations/guardian-missing' }).happened : undefined} onChange={setGuardian} />}
    </StepFrame>
  )
}
