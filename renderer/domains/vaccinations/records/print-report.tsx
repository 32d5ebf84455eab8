import { useState, type ReactElement } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { reportParts } from '../../../../shared/domains/vaccinations/side-effect-report.ts'
import type { SideEffect, Vaccination } from '../../../../shared/domains/vaccinations/tables.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { useNow, usePerson } from '../../../core-client/core-context.tsx'
import { ActionButton } from '../../../ui/button.tsx'

interface Props {
  readonly sideEffect: SideEffect
  readonly record: Vaccination
  /** What is done next: Alt+Enter does it. */
  readonly isFirst: boolean
}

/** Prints the report to the health authority, without a link too: the 24 hours do not wait for one. */
export function PrintReport({ sideEffect, record, isFirst }: Props): ReactElement {
  const { t } = useTranslation()
  const [isPrinting, setPrinting] = useState(false)
  const print = (): void => {
    flushSync(() => setPrinting(true))
    window.print()
    setPrinting(false)
  }
  return (
    <>
      <ActionButton kind={isFirst ? 'primary' : 'secondary'} icon="print" isPrimary={isFirst} onPress={print}>{t('vaccinationRecords.printReport')}</ActionButton>
      {isPrinting && createPortal(<ReportSheet sideEffect={sideEffect} record={record} />, document.body)}
    </>
  )
}

/** In German whatever the desk speaks: it goes to an authority. */
function ReportSheet({ sideEffect, record }: Omit<Props, 'isFirst'>): ReactElement {
  const { name } = usePerson()
  const { title, law, sections } = reportParts({ sideEffect, record, reporterName: name, now: instantFromMs(useNow()) })
  return (
    <div className="record-sheets" aria-hidden="true" lang="de">
      <h1>{title}</h1>
      <p>{law}</p>
      {sections.map(({ heading, rows }) => (
        <section key={heading}>
          <h2>{heading}</h2>
          <table><tbody>{rows.map(([label, value]) => <tr key={label}><th scope="row">{label}</th><td>{value}</td></tr>)}</tbody></table>
        </section>
      ))}
    </div>
  )
}
