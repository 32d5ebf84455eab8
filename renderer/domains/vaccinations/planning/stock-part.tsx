import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { StockLine, VaccinationSession } from '../../../../shared/domains/vaccinations/tables.ts'
import type { BatchId } from '../../../../shared/ids.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { formatNumber, formatPlainDay } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import type { BatchFigure } from '../board/day-figures.ts'
import type { Catalogue } from '../queries.ts'
import { OpenerButton } from '../opener-button.tsx'
import { useOpened } from '../use-opened.ts'
import { StockForm } from './stock-form.tsx'

interface Props {
  readonly session: VaccinationSession
  readonly figures: readonly BatchFigure[]
  readonly catalogue: Catalogue
  readonly isRunning: boolean
}

/** What was brought along of each batch, what became of it, and what is left. What was given is counted, not typed. */
export function StockPart({ session, figures, catalogue, isRunning }: Props): ReactElement {
  const { t } = useTranslation()
  const { opened: edited, open, close, wasLeft } = useOpened<BatchId | 'new'>()
  const line = session.stock.find(({ batchId }) => batchId === edited)
  return (
    <section className="planning__part" aria-labelledby="stock-title">
      <div className="planning__head">
        <h3 id="stock-title" className="panel__title">{t('planning.stock')}</h3>
        {isRunning && edited === undefined && <OpenerButton icon="plus" hasFocus={wasLeft('new')} onPress={() => open('new')}>{t('planning.addStock')}</OpenerButton>}
      </div>
      {figures.length === 0 && edited === undefined && <p className="muted">{t('planning.noStock')}</p>}
      {figures.length > 0 && <StockTable session={session} figures={figures} onEdit={isRunning ? open : undefined} wasLeft={wasLeft} />}
      {!isRunning && <p className="muted">{t('planning.stockOver')}</p>}
      {edited !== undefined && <StockForm key={edited} session={session} catalogue={catalogue} figures={figures} line={line} batchId={edited === 'new' ? null : edited} onClose={close} />}
    </section>
  )
}

interface TableProps {
  readonly session: VaccinationSession
  readonly figures: readonly BatchFigure[]
  readonly onEdit: ((batchId: BatchId) => void) | undefined
  readonly wasLeft: (batchId: BatchId) => boolean
}

function StockTable({ session, figures, onEdit, wasLeft }: TableProps): ReactElement {
  const { t } = useTranslation()
  return (
    <DataTable
      caption={t('planning.stock')} isCaptionUnseen isStackable
      heads={[t('planning.batch'), { title: t('planning.brought'), isNumber: true }, { title: t('planning.given'), isNumber: true }, { title: t('planning.wasted'), isNumber: true }, { title: t('planning.left'), isNumber: true }, ...(onEdit ? [{ title: t('planning.act'), isUnseen: true }] : [])]}
    >
      {figures.map(figure => <StockRow key={figure.batch.id} figure={figure} line={session.stock.find(({ batchId }) => batchId === figure.batch.id)} onEdit={onEdit} hasFocus={wasLeft(figure.batch.id)} />)}
    </DataTable>
  )
}

function StockRow({ figure: { batch, vaccine, given, left }, line, onEdit, hasFocus }: { readonly figure: BatchFigure; readonly line: StockLine | undefined; readonly onEdit: TableProps['onEdit']; readonly hasFocus: boolean }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const written = (count: number | null | undefined): string => (count === null || count === undefined ? t('common.none') : formatNumber(count, language))
  return (
    <tr>
      <th scope="row">
        {vaccine.name}
        <span className="planning__under">{t('planning.lotUntil', { lot: batch.lot, day: formatPlainDay(batch.expiresOn, language) })}</span>
        {batch.blockedReason !== null && <span className="late"><Icon name="warning" size={16} />{t('planning.blocked')}</span>}
      </th>
      <td className="number">{written(line?.doses)}</td>
      <td className="number">{written(given)}</td>
      <td className="number">{written(line?.wasted)}{line && line.wasted > 0 && <span className="planning__under">{line.wastedReason}</span>}</td>
      <td className="number">{written(left)}{left !== null && left < 0 && <span className="planning__under late">{t('vaccinations.moreThanBrought')}</span>}</td>
      {onEdit && <td className="planning__act"><OpenerButton kind="quiet" hasFocus={hasFocus} aria-label={t('planning.changeOf', { what: `${vaccine.name} ${batch.lot}` })} onPress={() => onEdit(batch.id)}>{t('planning.change')}</OpenerButton></td>}
    </tr>
  )
}
