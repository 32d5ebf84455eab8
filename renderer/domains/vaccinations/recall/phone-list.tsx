import { useState, type ReactElement } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { Recall } from '../../../../shared/domains/vaccinations/tables.ts'
import { germanDayAt } from '../../../../shared/german-days.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { formatPlainDay } from '../../../ui/format.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { LeftOut } from '../../people/left-out.tsx'
import { useSecrecyRefusal, useSecrets } from '../../people/use-secrets.ts'
import { listName } from '../board/board-words.tsx'
import { toCall, toPrint, type RecallRow } from './recall-rows.ts'

interface Props {
  readonly recall: Recall
  readonly rows: readonly RecallRow[]
}

/** Prints whom to call. */
export function PrintPhoneList({ recall, rows }: Props): ReactElement {
  const { t } = useTranslation()
  const [isPrinting, setPrinting] = useState(false)
  const isSecret = useSecrets()
  const unknown = useSecrecyRefusal()
  const all = toCall(rows)
  const open = toPrint(all, isSecret)
  const print = (): void => {
    flushSync(() => setPrinting(true))
    window.print()
    setPrinting(false)
  }
  return (
    <>
      <Button icon="print" isDisabled={open.length === 0} onPress={print}>{t('vaccinationRecords.printPhones', { count: open.length })}</Button>
      {unknown ? <p className="muted">{unknown}</p> : <LeftOut count={all.length - open.length} />}
      {isPrinting && createPortal(<Sheet recall={recall} rows={open} />, document.body)}
    </>
  )
}

function Sheet({ recall, rows }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const today = formatPlainDay(germanDayAt(useNow()), language)
  return (
    <div className="record-sheets" aria-hidden="true">
      <h1>{t('vaccinationRecords.phoneSheet', { vaccine: recall.vaccineName, lot: recall.lot })}</h1>
      <p>{t('vaccinationRecords.phoneSheetMade', { day: today, count: rows.length })}</p>
      <table>
        <thead><tr>{(['name', 'born', 'phone', 'day', 'note', 'done'] as const).map(head => <th key={head}>{t(`vaccinationRecords.sheet.${head}`)}</th>)}</tr></thead>
        <tbody>
          {rows.map(({ id, person: { person, day }, told }) => (
            <tr key={id}>
              <th scope="row">{listName(person)}</th>
              <td className="record-sheets__whole">{person.birthDay ? formatPlainDay(person.birthDay, language) : ''}</td>
              <td className="record-sheets__whole">{person.phone}</td>
              <td className="record-sheets__whole">{formatPlainDay(day, language)}</td>
              <td>{told?.note}</td>
              <td className="record-sheets__box">☐</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
