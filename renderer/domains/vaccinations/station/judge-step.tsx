import { useState, type ReactElement } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { grantsIn } from '../../../../shared/actor.ts'
import { PHYSICIANS } from '../../../../shared/domains/vaccinations/roles.ts'
import type { VaccinationSession, Verdict, Visit } from '../../../../shared/domains/vaccinations/tables.ts'
import { usePerson } from '../../../core-client/core-context.tsx'
import { errorSentences } from '../../../ui/error-sentences.ts'
import { formatTime } from '../../../ui/format.ts'
import { TextArea } from '../../../ui/text-input.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { NextButton } from './step-frame.tsx'
import type { Station } from './use-station.ts'

interface Props {
  readonly visit: Visit
  readonly session: VaccinationSession
  readonly station: Station
  /** Whether it is about the dose itself and not about a red flag alone. */
  readonly isOnDose: boolean
  readonly onJudged?: () => void
}

const WORDS = ['yes', 'not-today', 'never'] as const

/** Whether the person signed in decides what only physicians may. */
export const useIsPhysician = (scope: string): boolean => grantsIn(usePerson(), PHYSICIANS, scope).length > 0

/** What a physician says to a red flag or to a dose outside the rules; whoever is none sees who decides. */
export function JudgePart({ visit, session, station, isOnDose, onJudged }: Props): ReactElement {
  const { t } = useTranslation()
  const isPhysician = useIsPhysician(visit.scope)
  return (
    <>
      {visit.verdict && visit.verdict.may !== 'yes' && <VerdictLine verdict={visit.verdict} />}
      {isPhysician ? <JudgeForm visit={visit} station={station} isOnDose={isOnDose} onJudged={onJudged} /> : <p className="callout">{t('vaccinations.physicianDecides', { name: session.responsible.name })}</p>}
    </>
  )
}

function JudgeForm({ visit, station, isOnDose, onJudged }: Pick<Props, 'visit' | 'station' | 'isOnDose'> & { readonly onJudged: Props['onJudged'] }): ReactElement {
  const { t } = useTranslation()
  const [may, setMay] = useState<Verdict['may']>('yes')
  const [note, setNote] = useState('')
  const [wasTried, setTried] = useState(false)
  const area = useFirstFocus<HTMLTextAreaElement>()
  const send = (): void => {
    setTried(true)
    if (note.trim() !== '') station.step('judge', { visitId: visit.id, may, isOnDose, note }, onJudged)
  }
  return (
    <div className="stack">
      <RadioGroup className="segments" orientation="horizontal" value={may} onChange={chosen => setMay(WORDS.find(word => word === chosen) ?? 'not-today')}>
        <Label className="field__label">{t('vaccinations.decisionHow')}</Label>
        <div className="segments__row">{WORDS.map(word => <Radio key={word} value={word} className={`segment segment--${word === 'yes' ? 'good' : 'bad'}`}>{t(`vaccinations.may.${word}`)}</Radio>)}</div>
      </RadioGroup>
      <TextArea label={t('vaccinations.judgeNote')} value={note} rows={2} areaRef={area} maxLength={2_000} isRequired error={wasTried && note.trim() === '' ? errorSentences(t, { code: 'vaccinations/reason-missing' }).happened : undefined} onChange={setNote} onSubmit={send} />
      <div><NextButton isResting={station.isResting} onPress={send}>{t('vaccinations.saveDecision')}</NextButton></div>
    </div>
  )
}

/** What was decided, by whom and why. */
export function VerdictLine({ verdict: { may, note, byName, at } }: { readonly verdict: Verdict }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  return <p><strong>{t(`vaccinations.may.${may}`)}</strong> · {note} <span className="muted">({byName}, {formatTime(at, language)})</span></p>
}
