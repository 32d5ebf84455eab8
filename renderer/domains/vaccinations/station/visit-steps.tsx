import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownVaccination } from '../../../../shared/contract/vaccinations.ts'
import type { Visit } from '../../../../shared/domains/vaccinations/tables.ts'
import { stands } from '../../../../shared/domains/vaccinations/twins.ts'
import { Button } from '../../../ui/button.tsx'
import { formatTime } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { useSideEffects } from '../queries.ts'
import { CorrectDialog } from '../records/correct-dialog.tsx'
import { ConsentStep } from './consent-step.tsx'
import { DoseStep } from './dose-step.tsx'
import { VerdictLine } from './judge-step.tsx'
import { ObserveStep } from './observe-step.tsx'
import { PhysicianStep } from './physician-step.tsx'
import { AnswersLine, QuestionsStep } from './questions-step.tsx'
import { NextButton, StepDone } from './step-frame.tsx'
import type { VisitPanelProps } from './visit-panel-props.ts'

/** What was asked before and is asked once more. */
type Asked = 'questions' | 'consent'

/** The steps of one person from top to bottom: what was done in a line each, and the next one opened. */
export function VisitSteps(props: VisitPanelProps): ReactElement {
  const { card: { visit, stage }, day, station, isAnother, onAnother, onNext } = props
  const [again, setAgain] = useState<Asked>()
  const over = (): void => setAgain(undefined)
  const records = day.vaccinations.filter(record => record.visitId === visit.id && stands(record))
  const isBefore = stage === 'physician' || stage === 'consent' || stage === 'ready'
  if (stage === 'arrived' || (again === 'questions' && isBefore)) return <QuestionsStep visit={visit} station={station} onAnswered={over} />
  const isConsentAgain = again === 'consent' && stage === 'ready'
  return (
    <>
      <Taken {...props} records={records} onAgain={isBefore ? setAgain : undefined} />
      <PhysicianStep {...props} />
      {(stage === 'consent' || isConsentAgain) && <ConsentStep visit={visit} today={props.today} station={station} onAgreed={over} />}
      {((stage === 'ready' && !isConsentAgain) || (stage === 'watched' && isAnother)) && <DoseStep {...props} visit={visit} records={records} onDocumented={() => isAnother && onAnother(false)} />}
      {stage === 'watched' && !isAnother && <ObserveStep visit={visit} records={records} station={station} onAnother={() => onAnother(true)} onNext={onNext} />}
      <Ended {...props} />
    </>
  )
}

interface TakenProps extends VisitPanelProps {
  readonly records: readonly ShownVaccination[]
  readonly onAgain: ((asked: Asked) => void) | undefined
}

function Taken({ card: { visit }, catalogue, records, onAgain }: TakenProps): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { answers, verdict, consent } = visit
  return (
    <>
      {answers && <StepDone title={t('vaccinations.questions')}><AnswersLine answers={answers} />{onAgain && <AgainButton what={t('vaccinations.questions')} onPress={() => onAgain('questions')} />}</StepDone>}
      {verdict?.may === 'yes' && <StepDone title={t('vaccinations.decision')}><VerdictLine verdict={verdict} /></StepDone>}
      {consent && (
        <StepDone title={t('vaccinations.consent')}>
          <p>{t(`vaccinations.consents.${consent.kind}`)}{consent.guardianName && `: ${consent.guardianName}`} <span className="muted">({consent.byName}, {formatTime(consent.at, language)})</span></p>
          {onAgain && <AgainButton what={t('vaccinations.consent')} onPress={() => onAgain('consent')} />}
        </StepDone>
      )}
      {records.map(record => <RecordLine key={record.id} record={record} visit={visit} catalogue={catalogue} />)}
    </>
  )
}

const AgainButton = ({ what, onPress }: { readonly what: string; readonly onPress: () => void }): ReactElement => {
  const { t } = useTranslation()
  return <Button kind="quiet" icon="pencil" aria-label={t('vaccinations.changeOf', { what })} onPress={onPress}>{t('vaccinations.askAgain')}</Button>
}

function RecordLine({ record, visit, catalogue }: { readonly record: ShownVaccination } & Pick<TakenProps, 'catalogue'> & { readonly visit: Visit }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const [isMending, setMending] = useState(false)
  const { id, vaccineName, lot, site, at, vaccinatorName, number } = record
  const suspicions = useSideEffects().filter(({ vaccinationId }) => vaccinationId === id)
  return (
    <StepDone title={t('vaccinations.dose')}>
      <p><strong>{vaccineName} · {lot}</strong> · {t(`vaccinations.sites.${site}`)} <span className="muted">({vaccinatorName}, {formatTime(at, language)})</span></p>
      <p className="muted">{number || t('vaccinations.numberComing')}</p>
      <Button kind="quiet" icon="pencil" onPress={() => setMending(true)}>{t('vaccinationRecords.correct')}</Button>
      {suspicions.map(({ id: suspicionId, suspectedAt, description }) => <p key={suspicionId} className="late"><Icon name="warning" size={16} />{t('vaccinations.suspectedAt', { time: formatTime(suspectedAt, language) })}: {description}</p>)}
      {isMending && <CorrectDialog record={record} visit={visit} catalogue={catalogue} onClose={() => setMending(false)} />}
    </StepDone>
  )
}

/** Nothing is left to do. */
function Ended({ card: { visit, stage }, station, onNext, onBackAgain }: VisitPanelProps): ReactElement | null {
  const { t } = useTranslation()
  const language = useLanguage()
  const ended = stage === 'done' ? visit.observation : stage === 'left' ? visit.departed : null
  if (!ended) return null
  return (
    <>
      <StepDone title={t(`vaccinations.stage.${stage}`)}>
        <p>{stage === 'done' ? visit.observation?.event || t('vaccinations.nothingHappened') : visit.departed?.reason} <span className="muted">({ended.byName}, {formatTime(ended.at, language)})</span></p>
      </StepDone>
      <div className="step__row">
        <NextButton isResting={station.isResting} icon="right" hasFocus onPress={onNext}>{t('vaccinations.nextPerson')}</NextButton>
        {stage === 'left' && <Button icon="undo" onPress={() => onBackAgain(visit)}>{t('vaccinations.isBack')}</Button>}
      </div>
    </>
  )
}
