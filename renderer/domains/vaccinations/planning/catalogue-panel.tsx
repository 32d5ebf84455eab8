import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace } from '../../../../shared/contract/appointments.ts'
import type { Batch, Vaccine } from '../../../../shared/domains/vaccinations/tables.ts'
import { useStatus } from '../../../core-client/core-context.tsx'
import { ActionButton, Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Icon } from '../../../ui/icon.tsx'
import type { Catalogue } from '../queries.ts'
import { BatchDialog } from './batch-dialog.tsx'
import { BatchTable } from './batch-table.tsx'
import { BlockDialog } from './block-dialog.tsx'
import { VaccineDialog } from './vaccine-dialog.tsx'

type Shown = { readonly kind: 'vaccine'; readonly vaccine: Vaccine | undefined } | { readonly kind: 'batch' } | { readonly kind: 'block'; readonly batch: Batch }

/** The products that are given and their batches. */
export function CataloguePanel({ here, catalogue }: { readonly here: FurnishedPlace; readonly catalogue: Catalogue }): ReactElement {
  const { t } = useTranslation()
  const isOnline = useStatus()?.connection === 'online'
  const [shown, setShown] = useState<Shown>()
  const vaccines = catalogue.vaccines.filter(({ scope }) => scope === here.place.scope)
  const batches = catalogue.batches.filter(({ scope }) => scope === here.place.scope)
  const close = (): void => setShown(undefined)
  return (
    <>
      <section className="planning__part" aria-labelledby="products">
        <div className="planning__head">
          <h2 id="products" className="panel__title">{t('planning.vaccine.many')}</h2>
          <ActionButton icon="plus" refusal={isOnline ? undefined : t('planning.onlyOnline')} onPress={() => setShown({ kind: 'vaccine', vaccine: undefined })}>{t('planning.vaccine.add')}</ActionButton>
        </div>
        {vaccines.length === 0
          ? <div className="empty"><Icon name="file" size={32} /><p>{t('planning.vaccine.none')}</p><p>{t('planning.vaccine.noneHint')}</p></div>
          : <VaccineTable vaccines={vaccines} isPossible={isOnline} onEdit={vaccine => setShown({ kind: 'vaccine', vaccine })} />}
      </section>
      {vaccines.length > 0 && <BatchTable vaccines={vaccines} batches={batches} onAdd={() => setShown({ kind: 'batch' })} onBlock={batch => setShown({ kind: 'block', batch })} />}
      {shown?.kind === 'vaccine' && <VaccineDialog placeId={here.place.id} vaccine={shown.vaccine} vaccines={vaccines} onClose={close} />}
      {shown?.kind === 'batch' && <BatchDialog catalogue={catalogue} vaccines={vaccines} onClose={close} />}
      {shown?.kind === 'block' && <BlockDialog batch={shown.batch} name={vaccines.find(({ id }) => id === shown.batch.vaccineId)?.name ?? ''} onClose={close} />}
    </>
  )
}

interface TableProps {
  readonly vaccines: readonly Vaccine[]
  readonly isPossible: boolean
  readonly onEdit: (vaccine: Vaccine) => void
}

function VaccineTable({ vaccines, isPossible, onEdit }: TableProps): ReactElement {
  const { t } = useTranslation()
  return (
    <DataTable
      caption={t('planning.vaccine.many')} isCaptionUnseen isStackable className="planning__vaccines"
      heads={[t('planning.vaccine.name'), t('planning.vaccine.diseases'), t('planning.vaccine.numbers'), { title: t('planning.vaccine.observe'), isNumber: true }, t('planning.state'), { title: t('planning.act'), isUnseen: true }]}
    >
      {vaccines.map(vaccine => <VaccineRow key={vaccine.id} vaccine={vaccine} isPossible={isPossible} onEdit={() => onEdit(vaccine)} />)}
    </DataTable>
  )
}

function VaccineRow({ vaccine: { name, manufacturer, diseases, isLive, atc, pzns, gtins, observeMinutes, active }, isPossible, onEdit }: { readonly vaccine: Vaccine; readonly isPossible: boolean; readonly onEdit: () => void }): ReactElement {
  const { t } = useTranslation()
  const numbers = [...(atc ? [`ATC ${atc}`] : []), ...pzns.map(pzn => `PZN ${pzn}`), ...gtins.map(gtin => `GTIN ${gtin}`)]
  return (
    <tr>
      <th scope="row">{name}<span className="planning__under">{manufacturer}</span></th>
      <td>{diseases.map(disease => disease.name).join(', ')}{isLive && <span className="planning__under">{t('planning.vaccine.live')}</span>}</td>
      <td className="planning__numbers">{numbers.length > 0 ? numbers.map(number => <span key={number}>{number}</span>) : <span className="muted">{t('planning.vaccine.noNumbers')}</span>}</td>
      <td className="number">{t('planning.minutes', { count: observeMinutes })}</td>
      <td><span className={active ? 'status status--good' : 'status'}><Icon name={active ? 'checkCircle' : 'pause'} size={16} />{t(active ? 'planning.vaccine.inUse' : 'planning.vaccine.notInUse')}</span></td>
      <td className="planning__act"><Button isDisabled={!isPossible} aria-label={t('planning.changeOf', { what: name })} onPress={onEdit}>{t('planning.change')}</Button></td>
    </tr>
  )
}
