import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Visit } from '../../../../shared/domains/vaccinations/tables.ts'
import type { ReadRecords } from '../../../../shared/formats/fhir/read-bundle.ts'
import type { LeftOut } from '../../../../shared/formats/fhir/read-immunization.ts'
import { ActionButton, Button } from '../../../ui/button.tsx'
import { DialogActions } from '../../../ui/dialog.tsx'
import { useVaccinationCommand } from '../mutations.ts'
import { comparedWith, personDifferences } from './compare.ts'
import { ComparedList } from './compared-list.tsx'
import { PersonCheck } from './person-check.tsx'

interface Props {
  readonly visit: Visit
  readonly records: Extract<ReadRecords, { readonly kind: 'read' }>
  readonly onClose: () => void
}

/** As many as one command takes. */
const AT_ONCE = 60

/** What a file tells beside what is known, and the button that takes over what is new. */
export function ReadRecordsPart({ visit, records, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const { run, isRunning } = useVaccinationCommand('add-history')
  const [isConfirmed, setConfirmed] = useState(false)
  const [left, setLeft] = useState<readonly number[]>([])
  const doses = comparedWith(visit.history, records.doses)
  const news = doses.flatMap(({ known }, index) => (known ? [] : [index]))
  const wanted = news.filter(index => !left.includes(index)).flatMap(index => doses[index]?.dose ?? [])
  const differences = personDifferences(visit.person, records.person)
  const refusal = differences.length > 0 && !isConfirmed ? t('vaccinationExchange.confirmPerson') : wanted.length === 0 ? t('vaccinationExchange.chooseSome') : undefined
  const takeOver = async (): Promise<void> => {
    for (let from = 0; from < wanted.length; from += AT_ONCE) if (!(await run({ visitId: visit.id, doses: wanted.slice(from, from + AT_ONCE) }))) return
    onClose()
  }
  return (
    <>
      {differences.length > 0 && <PersonCheck here={visit.person} read={records.person} isConfirmed={isConfirmed} onConfirm={setConfirmed} />}
      {doses.length > 0 && <ComparedList doses={doses} chosen={news.filter(index => !left.includes(index))} onChange={chosen => setLeft(news.filter(index => !chosen.includes(index)))} />}
      {records.leftOut.length > 0 && <LeftOutPart leftOut={records.leftOut} />}
      {doses.length > 0 && news.length === 0 && <p>{t('vaccinationExchange.nothingNew')}</p>}
      <DialogActions>
        <Button onPress={onClose}>{t(news.length === 0 ? 'common.close' : 'common.cancel')}</Button>
        {news.length > 0 && (
          <ActionButton kind="primary" isPrimary refusal={refusal} onPress={() => { if (!isRunning) void takeOver() }}>
            {wanted.length === 0 ? t('vaccinationExchange.takeOverNone') : t('vaccinationExchange.takeOver', { count: wanted.length })}
          </ActionButton>
        )}
      </DialogActions>
    </>
  )
}

/** What of the file cannot be taken over, each with its reason. */
function LeftOutPart({ leftOut }: { readonly leftOut: readonly LeftOut[] }): ReactElement {
  const { t } = useTranslation()
  return (
    <div className="callout">
      <p>{t('vaccinationExchange.leftOut', { count: leftOut.length })}</p>
      <ul className="exchange__left">{leftOut.map(({ reason, label }, index) => <li key={`${index} ${label}`}>{label || t('vaccinationExchange.unnamed')}: {t(`vaccinationExchange.reason.${reason}`)}</li>)}</ul>
    </div>
  )
}
