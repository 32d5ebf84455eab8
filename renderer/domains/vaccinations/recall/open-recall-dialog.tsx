import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Batch, Recall, Vaccine } from '../../../../shared/domains/vaccinations/tables.ts'
import type { BatchExtent } from '../../../../shared/wire/vaccinations.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { answerOf, type Answer } from '../../../ui/answer.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { errorSentences } from '../../../ui/error-sentences.ts'
import { formatPlainDay } from '../../../ui/format.ts'
import { Problem } from '../../../ui/problem.tsx'
import { TextArea } from '../../../ui/text-input.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { useVaccinationCommand } from '../mutations.ts'
import type { Catalogue } from '../queries.ts'
import { useAgainOnline } from '../../../ui/use-again-online.ts'
import { BatchFields } from './batch-fields.tsx'

interface Props {
  readonly catalogue: Catalogue
  readonly recalls: readonly Recall[]
  readonly onClose: () => void
}

interface Chosen {
  readonly vaccine: Vaccine
  readonly batch: Batch
}

/** Calls a batch back: which one and why, then a second look at how many that concerns. */
export function OpenRecallDialog({ catalogue, recalls, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const [batch, setBatch] = useState<Batch>()
  const [reason, setReason] = useState('')
  const [isLooking, setLooking] = useState(false)
  const vaccine = catalogue.vaccines.find(({ id }) => id === batch?.vaccineId)
  const chosen = batch && vaccine ? { batch, vaccine } : undefined
  return (
    <Dialog title={t('vaccinationRecords.openRecall')} isOpen onClose={onClose}>
      {isLooking && chosen
        ? <SecondLook chosen={chosen} reason={reason.trim()} onBack={() => setLooking(false)} onClose={onClose} />
        : <WhatAndWhy catalogue={catalogue} recalls={recalls} chosen={chosen} reason={reason} onBatch={setBatch} onReason={setReason} onNext={() => setLooking(true)} onClose={onClose} />}
    </Dialog>
  )
}

interface WhatProps extends Props {
  readonly chosen: Chosen | undefined
  readonly reason: string
  readonly onBatch: (batch: Batch | undefined) => void
  readonly onReason: (reason: string) => void
  readonly onNext: () => void
}

function WhatAndWhy({ catalogue, recalls, chosen, reason, onBatch, onReason, onNext, onClose }: WhatProps): ReactElement {
  const { t } = useTranslation()
  const [wasTried, setTried] = useState(false)
  const isRunning = recalls.some(({ vaccineId, lot, closedAt }) => closedAt === null && vaccineId === chosen?.batch.vaccineId && lot === chosen.batch.lot)
  const go = (event?: FormEvent): void => {
    event?.preventDefault()
    setTried(true)
    if (chosen && reason.trim() !== '' && !isRunning) onNext()
  }
  return (
    <form noValidate className="stack" onSubmit={go}>
      <BatchFields catalogue={catalogue} batch={chosen?.batch} error={wasTried && !chosen ? t('vaccinationRecords.batchMissing') : undefined} onChange={onBatch} />
      {isRunning && <p className="callout" role="alert">{t('vaccinationRecords.runsAlready')}</p>}
      <TextArea label={t('vaccinationRecords.recallReason')} hint={t('vaccinationRecords.recallReasonHint')} value={reason} maxLength={1_000} isRequired error={wasTried && reason.trim() === '' ? errorSentences(t, { code: 'vaccinations/reason-missing' }).happened : undefined} onChange={onReason} onSubmit={go} />
      <DialogActions>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
        <Button kind="primary" type="submit">{t('vaccinationRecords.goOn')}</Button>
      </DialogActions>
    </form>
  )
}

interface LookProps {
  readonly chosen: Chosen
  readonly reason: string
  readonly onBack: () => void
  readonly onClose: () => void
}

/** `47 Personen an 3 Tagen`, before anything happens. */
function SecondLook({ chosen: { vaccine, batch }, reason, onBack, onClose }: LookProps): ReactElement {
  const { t } = useTranslation()
  const { queries } = useCore()
  const asked = useQuery(queries.vaccinations.batch.queryOptions({ input: { vaccineId: batch.vaccineId, lot: batch.lot }, staleTime: 0, gcTime: 0 }))
  const extent: Answer<BatchExtent> = answerOf(asked)
  useAgainOnline(extent.kind === 'refused', () => void asked.refetch())
  const { run, isRunning } = useVaccinationCommand('open-recall')
  const button = useFirstFocus<HTMLButtonElement>()
  const open = async (): Promise<void> => {
    if (await run({ vaccineId: batch.vaccineId, lot: batch.lot, reason })) onClose()
  }
  return (
    <>
      <p><strong>{vaccine.name}</strong> · {t('vaccinationRecords.lotOf', { lot: batch.lot })}</p>
      <p>{reason}</p>
      {extent.kind === 'loading' && <output className="muted">{t('common.loading')}</output>}
      {extent.kind === 'refused' && <Problem refusal={extent.refusal}><p>{t('vaccinationRecords.needsService')}</p></Problem>}
      {extent.kind === 'here' && <Extent extent={extent.value} />}
      <p className="callout">{t('vaccinationRecords.blockedAtOnce')}</p>
      <DialogActions>
        <Button ref={button} onPress={onBack}>{t('vaccinationRecords.back')}</Button>
        <Button kind="danger" isDisabled={extent.kind !== 'here' || isRunning} onPress={() => void open()}>{t('vaccinationRecords.openNow')}</Button>
      </DialogActions>
    </>
  )
}

function Extent({ extent: { persons, days, firstDay, lastDay } }: { readonly extent: BatchExtent }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  if (persons === 0 || firstDay === null || lastDay === null) return <output>{t('vaccinationRecords.extentNone')}</output>
  return (
    <output>
      <strong className="recall__extent">{t('vaccinationRecords.extentPersons', { count: persons })} {t('vaccinationRecords.extentDays', { count: days })}</strong>
      <span className="muted">{firstDay === lastDay ? formatPlainDay(firstDay, language) : t('statistics.between', { from: formatPlainDay(firstDay, language), to: formatPlainDay(lastDay, language) })}</span>
    </output>
  )
}
