import { useState, type ReactElement } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Consent, Visit } from '../../../../shared/domains/vaccinations/tables.ts'
import { errorSentences } from '../../../ui/error-sentences.ts'
import { TextInput } from '../../../ui/text-input.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { ageOn } from '../board/board-view.ts'
import { byEnter } from './by-enter.ts'
import { NextButton, StepFrame } from './step-frame.tsx'
import type { Station } from './use-station.ts'

interface Props {
  readonly visit: Visit
  readonly today: string
  readonly station: Station
  readonly onAgreed: () => void
}

const KINDS = ['oral', 'written', 'guardian'] as const

/** Younger ones do not agree by themselves as a rule; who is old enough to understand is for the team to say. */
const OLD_ENOUGH = 14

const usualKind = ({ consent, person: { birthDay } }: Visit, today: string): Consent['kind'] => consent?.kind ?? (birthDay !== null && ageOn(birthDay, today) < OLD_ENOUGH ? 'guardian' : 'oral')

/** The person was told what is done and agrees: by word as usual, in writing, or somebody agrees for them. */
export function ConsentStep({ visit, today, station, onAgreed }: Props): ReactElement {
  const { t } = useTranslation()
  const [kind, setKind] = useState(() => usualKind(visit, today))
  const [guardianName, setGuardian] = useState(visit.consent?.guardianName ?? '')
  const [wasTried, setTried] = useState(false)
  const isForChild = usualKind(visit, today) === 'guardian'
  const guardian = useFirstFocus<HTMLInputElement>(isForChild)
  const lacksName = kind === 'guardian' && guardianName.trim() === ''
  const send = (): void => {
    setTried(true)
    if (lacksName) guardian.current?.focus()
    else station.step('consent', { visitId: visit.id, kind, guardianName }, onAgreed)
  }
  return (
    <StepFrame title={t('vaccinations.consent')}>
      <div className="step__row">
        <NextButton isResting={station.isResting} hasFocus={!isForChild} onPress={send}>{t('vaccinations.saveConsent')}</NextButton>
        <p className="muted">{t('vaccinations.consentHint')}</p>
      </div>
      <div className="stack" {...byEnter(send)}>
        <RadioGroup className="segments" orientation="horizontal" value={kind} onChange={chosen => setKind(KINDS.find(one => one === chosen) ?? 'oral')}>
          <Label className="field__label">{t('vaccinations.consentHow')}</Label>
          <div className="segments__row">{KINDS.map(one => <Radio key={one} value={one} className="segment segment--good">{t(`vaccinations.consents.${one}`)}</Radio>)}</div>
        </RadioGroup>
        {kind === 'guardian' && <TextInput label={t('vaccinations.guardian')} hint={t('vaccinations.guardianHint')} value={guardianName} inputRef={guardian} maxLength={160} isRequired error={wasTried && lacksName ? errorSentences(t, { code: 'vaccinations/guardian-missing' }).happened : undefined} onChange={setGuardian} />}
      </div>
    </StepFrame>
  )
}
