import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownVaccination } from '../../../../shared/contract/vaccinations.ts'
import { stands } from '../../../../shared/domains/vaccinations/twins.ts'
import { Button } from '../../../ui/button.tsx'
import { formatTime } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { useSideEffects } from '../queries.ts'
import { ConsentStep } from './consent-step.tsx'
import { DoseStep } from './dose-step.tsx'
import { JudgePart, useIsPhysician, VerdictLine } from './judge-step.tsx'
import { ObserveStep } from './observe-step.tsx'
import { AnswersLine, QuestionsStep } from './questions-step.tsx'
import { NextButton, StepDone, StepFrame } from './step-frame.tsx'
import type { VisitPanelProps } from './visit-panel-props.ts'

/** The steps of one person from top to bottom: what was done in a line each, and the next one opened. */
export function VisitSteps(props: VisitPanelProps): ReactElement {
  const { card: { visit, stage }, day, station, isAnother, onAnother, onNext } = props
  const [isAskedAgain, setAskedAgain] = useState(false)
  const records = day.vaccinations.filter(record => record.visitId === visit.id && stands(record))
  const isBefore = stage === 'physician' || stage === 'consent' || stage === 'ready'
  if (stage === 'arrived' || (isAskedAgain && isBefore)) return <QuestionsStep visit={visit} station={station} onAnswered={() => setAskedAgain(false)} />
  return (
    <>
      <Taken {...props} records={records} onAskAgain={isBefore ? () => setAskedAgain(true) : undefined} />
      <Physician {...props} />
      {stage === 'consent' && <ConsentStep visit={visit} station={station} />}
      {(stage === 'ready' || (stage === 'watched' && isAnother)) && <DoseStep {...props} visit={visit} records={records} onDocumented={() => isAnother && onAnother(false)} />}
      {stage === 'watched' && !isAnother && <ObserveStep visit={visit} records={records} station={station} onAnother={() => onAnother(true)} onNext={onNext} />}
      <Ended {...props} />
    </>
  )
}

function Taken({ card: { visit }, records, onAskAgain }: VisitPanelProps & { readonly records: readonly ShownVaccination[]; readonly onAskAgain: (() => void) | undefined }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { answers, verdict, consent } = visit
  return (
    <>
      {answers && <StepDone title={t('vaccinations.questions')}><AnswersLine answers={answers} />{onAskAgain && <Button kind="quiet" icon="pencil" onPress={onAskAgain}>{t('vaccinations.askAgain')}</Button>}</StepDone>}
      {verdict?.may === 'yes' && <StepDone title={t('vaccinations.decision')}><VerdictLine verdict={verdict} /></StepDone>}
      {consent && <StepDone title={t('vaccinations.consent')}><p>{t(`vaccinations.consents.${consent.kind}`)}{consent.guardianName && `: ${consent.guardianName}`} <span className="muted">({consent.byName}, {formatTime(consent.at, language)})</span></p></StepDone>}
      {records.map(record => <RecordLine key={record.id} record={record} />)}
    </>
  )
}

function RecordLine({ record: { id, vaccineName, lot, site, at, vaccinatorName, number } }: { readonly record: ShownVaccination }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const suspicions = useSideEffects().filter(({ vaccinationId }) => vaccinationId === id)
  return (
    <StepDone title={t('vaccinations.dose')}>
      <p><strong>{vaccineName} · {lot}</strong> · {t(`vaccinations.sites.${site}`)} <span className="muted">({vaccinatorName}, {formatTime(at, language)})</span></p>
      <p className="muted">{number || t('vaccinations.numberComing')}</p>
      {suspicions.map(({ id: suspicionId, suspectedAt, description }) => <p key={suspicionId} className="late"><Icon name="warning" size={16} />{t('vaccinations.suspectedAt', { time: formatTime(suspectedAt, language) })}: {description}</p>)}
    </StepDone>
  )
}

function Physician({ card: { visit, stage }, session, station, onNext }: VisitPanelProps): ReactElement | null {
  const { t } = useTranslation()
  const isPhysician = useIsPhysician(visit.scope)
  if (stage !== 'physician') return null
  return (
    <StepFrame title={t('vaccinations.decision')} icon="question">
      <JudgePart visit={visit} session={session} station={station} />
      {!isPhysician && <div><NextButton isResting={station.isResting} icon="right" hasFocus onPress={onNext}>{t('vaccinations.nextPerson')}</NextButton></div>}
    </StepFrame>
  )
}

/** Nothing is left to do. */
function Ended({ card: { visit, stage }, station, onNext }: VisitPanelProps): ReactElement | null {
  const { t } = useTranslation()
  const language = useLanguage()
  const ended = stage === 'done' ? visit.observation : stage === 'left' ? visit.departed : null
  if (!ended) return null
  return (
    <>
      <StepDone title={t(`vaccinations.stage.${stage}`)}>
        <p>{stage === 'done' ? visit.observation?.event || t('vaccinations.nothingHappened') : visit.departed?.reason} <span className="muted">({ended.byName}, {formatTime(ended.at, language)})</span></p>
      </StepDone>
      <div><NextButton isResting={station.isResting} icon="right" hasFocus onPress={onNext}>{t('vaccinations.nextPerson')}</NextButton></div>
    </>
  )
}
