import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Batch, Vaccine } from '../../../../shared/domains/vaccinations/tables.ts'
import { germanDayAt } from '../../../../shared/german-days.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { formatNumber, formatPlainDay } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Tick } from '../../../ui/tick.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { useGiven } from './use-given.ts'

interface Props {
  readonly vaccines: readonly Vaccine[]
  readonly batches: readonly Batch[]
  readonly onAdd: () => void
  readonly onBlock: (batch: Batch) => void
}

/** All batches by the day they run out; those that have, only on demand. */
export function BatchTable({ vaccines, batches, onAdd, onBlock }: Props): ReactElement {
  const { t } = useTranslation()
  const today = germanDayAt(useNow())
  const given = useGiven()
  const [isAll, setAll] = useState(false)
  const isOver = ({ expiresOn }: Batch): boolean => expiresOn < today
  const shown = batches.filter(batch => isAll || !isOver(batch))
  return (
    <section className="planning__part" aria-labelledby="batches">
      <div className="planning__head">
        <h2 id="batches" className="panel__title">{t('planning.batches')}</h2>
        <div className="row">
          {batches.some(isOver) && <Tick label={t('planning.withExpired')} isOn={isAll} onChange={setAll} />}
          <Button icon="plus" onPress={onAdd}>{t('planning.batchAdd')}</Button>
        </div>
      </div>
      {shown.length === 0 && <p className="muted">{t('planning.noBatches')}</p>}
      {shown.length > 0 && (
        <DataTable caption={t('planning.batches')} isCaptionUnseen isStackable heads={[t('planning.lot'), t('planning.vaccine.one'), t('planning.expiry'), { title: t('planning.givenHere'), isNumber: true }, t('planning.state'), { title: t('planning.act'), isUnseen: true }]}>
          {shown.map(batch => <BatchRow key={batch.id} batch={batch} name={vaccines.find(({ id }) => id === batch.vaccineId)?.name ?? ''} isOver={isOver(batch)} given={given(batch)} onBlock={() => onBlock(batch)} />)}
        </DataTable>
      )}
    </section>
  )
}

interface RowProps {
  readonly batch: Batch
  readonly name: string
  readonly isOver: boolean
  readonly given: number
  readonly onBlock: () => void
}

function BatchRow({ batch, name, isOver, given, onBlock }: RowProps): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const isBlocked = batch.blockedReason !== null
  return (
    <tr>
      <th scope="row" className="planning__lot">{batch.lot}</th>
      <td>{name}</td>
      <td>{formatPlainDay(batch.expiresOn, language)}</td>
      <td className="number">{formatNumber(given, language)}</td>
      <td>
        {isBlocked && <span className="late"><Icon name="crossCircle" size={16} />{t('planning.blocked')}</span>}
        {isOver && <span className="late"><Icon name="clock" size={16} />{t('planning.expired')}</span>}
        {!isBlocked && !isOver && <span className="status status--good"><Icon name="checkCircle" size={16} />{t('planning.usable')}</span>}
        {isBlocked && <span className="planning__under">{batch.blockedReason}</span>}
      </td>
      <td className="planning__act"><Button kind="quiet" aria-label={`${batch.lot}: ${t(isBlocked ? 'planning.unblock' : 'planning.block')}`} onPress={onBlock}>{t(isBlocked ? 'planning.unblock' : 'planning.block')}</Button></td>
    </tr>
  )
}
