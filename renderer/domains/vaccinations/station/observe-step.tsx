import { useId, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownVaccination, ShownVisit } from '../../../../shared/contract/vaccinations.ts'
import { mayGo } from '../../../../shared/domains/vaccinations/stage.ts'
import { instantFromMs, msOf } from '../../../../shared/time.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { formatTime } from '../../../ui/format.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { timeLeft } from '../board/board-words.tsx'
import { EventDialog, SuspectDialog } from './observe-dialogs.tsx'
import { NextButton, StepFrame } from './step-frame.tsx'
import type { Station } from './use-station.ts'

interface Props {
  readonly visit: ShownVisit
  readonly records: readonly ShownVaccination[]
  readonly station: Station
  /** A second vaccine is given at once. */
  readonly onAnother: () => void
  readonly onNext: () => void
}

/** Watched afterwards: how long still, and what happened. Meanwhile the next person comes. */
export function ObserveStep({ visit, records, station, onAnother, onNext }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const now = useNow(1_000)
  const refusalId = useId()
  const [open, setOpen] = useState<'event' | 'suspect'>()
  const isOver = mayGo(visit, instantFromMs(now))
  const [record] = records
  const close = (): void => setOpen(undefined)
  return (
    <StepFrame title={t('vaccinations.stage.watched')} icon="clock">
      <p className="observe__left" id={refusalId}>
        {isOver ? t('vaccinations.isOver') : <><strong className="observe__time">{visit.observeUntil && timeLeft(msOf(visit.observeUntil) - now)}</strong> {visit.observeUntil && t('vaccinations.until', { time: formatTime(visit.observeUntil, language) })}</>}
      </p>
      <div className="step__row">
        {isOver
          ? <NextButton isResting={station.isResting} hasFocus onPress={() => station.step('end-observation', { visitId: visit.id, event: '' }, onNext)}>{t('vaccinations.endQuietly')}</NextButton>
          : <NextButton isResting={station.isResting} icon="right" hasFocus onPress={onNext}>{t('vaccinations.nextPerson')}</NextButton>}
        {isOver && <Button icon="right" onPress={onNext}>{t('vaccinations.nextPerson')}</Button>}
        <Button icon="pencil" onPress={() => setOpen('event')}>{t(isOver ? 'vaccinations.endWithEvent' : 'vaccinations.endEarly')}</Button>
        <Button icon="plus" onPress={onAnother}>{t('vaccinations.another')}</Button>
        {record && <Button icon="warning" onPress={() => setOpen('suspect')}>{t('vaccinations.suspect')}</Button>}
      </div>
      {open === 'event' && <EventDialog visit={visit} station={station} onClose={close} onEnded={onNext} />}
      {open === 'suspect' && record && <SuspectDialog record={record} station={station} onClose={close} />}
    </StepFrame>
  )
}
