import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { VaccinationFigures } from '../../../../shared/wire/vaccinations.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { ShareBar } from '../../../ui/share-bar.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { CsvButton } from './csv-button.tsx'
import { FigurePart } from './figure-part.tsx'
import { byProduct, percentOf } from './figure-tables.ts'

type Use = Pick<VaccinationFigures['batches'][number], 'brought' | 'given' | 'wasted'>

/** What became of the doses that were brought along, by product and batch. */
export function StockTable({ batches, period }: { readonly batches: VaccinationFigures['batches']; readonly period: string }): ReactElement {
  const { t } = useTranslation()
  const title = t('vaccinationRecords.stock')
  const heads = (['vaccine', 'lot', 'brought', 'givenHead', 'wasted', 'rest'] as const).map(head => t(`vaccinationRecords.${head}`))
  return (
    <FigurePart title={title} action={<CsvButton title={title} period={period} heads={heads} rows={batches.map(({ vaccineName, lot, brought, given, wasted }) => [vaccineName, lot, brought, given, wasted, restOf({ brought, given, wasted })])} />}>
      <DataTable caption={title} isCaptionUnseen className="stock-table" heads={[...heads.slice(0, 2), ...heads.slice(2, 4).map(head => ({ title: head, isNumber: true })), heads[4] ?? '', { title: heads[5] ?? '', isNumber: true }]}>
        {byProduct(batches).map(product => [
          <tr key={product.vaccineName} className="stock-table__product"><th scope="row">{product.vaccineName}</th><td>{t('vaccinationRecords.batchCount', { count: product.batches.length })}</td><UseCells use={product} /></tr>,
          ...product.batches.map(batch => <tr key={`${product.vaccineName}/${batch.lot}`}><td /><th scope="row">{batch.lot}</th><UseCells use={batch} /></tr>),
        ])}
      </DataTable>
    </FigurePart>
  )
}

/** More may have been given than was written down as brought along: then nothing is left, and nothing is missing. */
const restOf = ({ brought, given, wasted }: Use): number => Math.max(0, brought - given - wasted)

function UseCells({ use }: { readonly use: Use }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const number = (value: number): string => formatNumber(value, language)
  const percent = percentOf(use.wasted, use.brought)
  return (
    <>
      <td className="number">{number(use.brought)}</td>
      <td className="number">{number(use.given)}</td>
      <td><ShareBar percent={percent}><strong>{number(use.wasted)}</strong> {use.brought > 0 && <span className="muted">{t('statistics.percent', { percent })}</span>}</ShareBar></td>
      <td className="number">{number(restOf(use))}</td>
    </>
  )
}
