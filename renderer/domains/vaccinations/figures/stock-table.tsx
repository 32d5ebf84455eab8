import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { VaccinationFigures } from '../../../../shared/wire/vaccinations.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { Bar } from './bar.tsx'
import { CsvButton } from './csv-button.tsx'
import { FigurePart } from './figure-part.tsx'
import { byProduct, percentOf, restOf, type ProductUse } from './figure-tables.ts'

type Use = Pick<ProductUse, 'brought' | 'given' | 'wasted' | 'rest'>

/** What became of the doses that were brought along, by product and batch. */
export function StockTable({ batches, period }: { readonly batches: VaccinationFigures['batches']; readonly period: string }): ReactElement {
  const { t } = useTranslation()
  const title = t('vaccinationRecords.stock')
  const lotsOf = (product: ProductUse): string => (product.batches.length > 1 ? t('vaccinationRecords.batchCount', { count: product.batches.length }) : (product.batches[0]?.lot ?? ''))
  const heads = (['vaccine', 'lot', 'brought', 'givenHead', 'wasted', 'rest'] as const).map(head => t(`vaccinationRecords.${head}`))
  return (
    <FigurePart title={title} action={<CsvButton title={title} period={period} heads={heads} rows={batches.map(({ vaccineName, lot, brought, given, wasted }) => [vaccineName, lot, brought, given, wasted, restOf({ brought, given, wasted })])} />}>
      <DataTable caption={title} isCaptionUnseen className="stock-table" heads={[...heads.slice(0, 2), ...heads.slice(2, 4).map(head => ({ title: head, isNumber: true })), heads[4] ?? '', { title: heads[5] ?? '', isNumber: true }]}>
        {byProduct(batches).map(product => [
          <tr key={product.vaccineName} className="stock-table__product"><th scope="row">{product.vaccineName}</th><td>{lotsOf(product)}</td><UseCells use={product} /></tr>,
          ...(product.batches.length > 1 ? product.batches : []).map(batch => <tr key={`${product.vaccineName}/${batch.lot}`}><th scope="row" colSpan={2} className="stock-table__lot">{batch.lot}</th><UseCells use={{ ...batch, rest: restOf(batch) }} /></tr>),
        ])}
      </DataTable>
    </FigurePart>
  )
}

function UseCells({ use }: { readonly use: Use }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const number = (value: number): string => formatNumber(value, language)
  const percent = percentOf(use.wasted, use.brought)
  return (
    <>
      <td className="number">{number(use.brought)}</td>
      <td className="number">{number(use.given)}</td>
      <td><Bar percent={percent} value={use.wasted} note={use.wasted > 0 ? t('statistics.percent', { percent }) : undefined} /></td>
      <td className="number">{number(use.rest)}</td>
    </>
  )
}
