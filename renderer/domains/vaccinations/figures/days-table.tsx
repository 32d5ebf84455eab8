import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { VaccinationFigures } from '../../../../shared/wire/vaccinations.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { formatNumber, formatPlainDay } from '../../../ui/format.ts'
import { Few } from '../../../ui/schema-form/choices.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { Bar } from './bar.tsx'
import { CsvButton } from './csv-button.tsx'
import { FigurePart } from './figure-part.tsx'
import { byDay, byWeek, percentOf, sumOf } from './figure-tables.ts'

/** How many came and were given a dose, by day or by week. */
export function DaysTable({ days, period }: { readonly days: VaccinationFigures['days']; readonly period: string }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const [step, setStep] = useState<'day' | 'week'>('day')
  const spans = step === 'day' ? byDay(days) : byWeek(days)
  const most = Math.max(1, ...spans.map(({ doses }) => doses))
  const title = t('vaccinationRecords.days')
  const name = (key: string): string => (step === 'day' ? formatPlainDay(key, language) : t('vaccinationRecords.week', { week: Number(key.slice(-2)), year: key.slice(0, 4) }))
  const heads = [t(`vaccinationRecords.steps.${step}`), t('vaccinationRecords.cameHead'), t('vaccinationRecords.leftHead'), t('vaccinationRecords.dosesHead')]
  const all = sumOf(spans)
  const number = (value: number): string => formatNumber(value, language)
  return (
    <FigurePart title={title} action={<CsvButton title={title} period={period} heads={heads} rows={spans.map(({ key, came, left, doses }) => [step === 'day' ? { day: key } : key, came, left, doses])} />}>
      <Few label={t('vaccinationRecords.step')} hint={undefined} error={undefined} value={step} isRequired={false} isReadOnly={false} items={(['day', 'week'] as const).map(id => ({ id, name: t(`vaccinationRecords.steps.${id}`) }))} onChange={id => setStep(id === 'week' ? 'week' : 'day')} />
      <DataTable
        caption={title} isCaptionUnseen className="days-table" heads={[heads[0] ?? '', ...heads.slice(1, 3).map(head => ({ title: head, isNumber: true })), heads[3] ?? '']}
        foot={<tr><th scope="row">{t('vaccinationRecords.sum')}</th><td className="number">{number(all.came)}</td><td className="number">{number(all.left)}</td><td>{number(all.doses)}</td></tr>}
      >
        {spans.map(({ key, came, left, doses }) => (
          <tr key={key}>
            <th scope="row">{name(key)}</th><td className="number">{number(came)}</td><td className="number">{number(left)}</td>
            <td><Bar percent={percentOf(doses, most)} value={doses} /></td>
          </tr>
        ))}
      </DataTable>
    </FigurePart>
  )
}
