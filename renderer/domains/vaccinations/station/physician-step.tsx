import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { JudgePart, useIsPhysician, VerdictLine } from './judge-step.tsx'
import { LeaveDialog } from './observe-dialogs.tsx'
import { NextButton, StepFrame } from './step-frame.tsx'
import type { VisitPanelProps } from './visit-panel-props.ts'

/** A red flag waits for a physician; whoever is none goes on with somebody else. After a no the person is told, and goes. */
export function PhysicianStep({ card: { visit, stage }, session, station, onNext }: VisitPanelProps): ReactElement | null {
  const { t } = useTranslation()
  const isPhysician = useIsPhysician(visit.scope)
  const [isAgain, setAgain] = useState(false)
  const [isLeaving, setLeaving] = useState(false)
  const { verdict } = visit
  if (stage !== 'physician') return null
  if (!verdict || isAgain) {
    return (
      <StepFrame title={t('vaccinations.decision')} icon="question">
        <JudgePart visit={visit} session={session} station={station} isOnDose={false} onJudged={() => setAgain(false)} />
        {!isPhysician && <div><NextButton isResting={station.isResting} icon="right" hasFocus onPress={onNext}>{t('vaccinations.nextPerson')}</NextButton></div>}
      </StepFrame>
    )
  }
  return (
    <StepFrame title={t('vaccinations.decision')} icon="crossCircle">
      <VerdictLine verdict={verdict} />
      <div className="step__row">
        <NextButton isResting={station.isResting} icon="crossCircle" hasFocus onPress={() => setLeaving(true)}>{t('vaccinations.leave')}</NextButton>
        {isPhysician && <Button icon="pencil" onPress={() => setAgain(true)}>{t('vaccinations.judgeAgain')}</Button>}
      </div>
      {isLeaving && <LeaveDialog visit={visit} station={station} reason={`${t(`vaccinations.may.${verdict.may}`)}: ${verdict.note}`} onClose={() => setLeaving(false)} onLeft={onNext} />}
    </StepFrame>
  )
}
