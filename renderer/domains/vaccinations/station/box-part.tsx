import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { VaccinationSession } from '../../../../shared/domains/vaccinations/tables.ts'
import { Button } from '../../../ui/button.tsx'
import type { Language } from '../../../texts/languages.ts'
import { formatPlainDay } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Select } from '../../../ui/select.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import type { Catalogue } from '../queries.ts'
import { judgedBox, type Box, type ScannedBox } from './scanned-box.ts'

interface Props {
  readonly session: VaccinationSession
  readonly catalogue: Catalogue
  readonly today: string
  readonly scanned: ScannedBox | undefined
  readonly lastBox: Box | undefined
  readonly onScanned: (scanned: ScannedBox) => void
}

/** From which box the dose is: scanned, the same as before, or chosen by hand. */
export function BoxPart({ session, catalogue, today, scanned, lastBox, onScanned }: Props): ReactElement {
  const { t } = useTranslation()
  const judge = (box: Box): void => {
    const vaccine = catalogue.vaccines.find(({ id }) => id === box.vaccineId)
    const batch = catalogue.batches.find(({ vaccineId, lot }) => vaccineId === box.vaccineId && lot === box.lot)
    if (vaccine) onScanned(judgedBox(box, vaccine, batch, { vaccineIds: session.vaccineIds, today }))
  }
  const isSet = scanned?.kind === 'usable'
  return (
    <div className="box">
      {scanned ? <BoxResult scanned={scanned} /> : <p className="box__wait"><Icon name="marker" size={32} />{t('vaccinations.scanBox')}</p>}
      <div className="box__ways">
        {!isSet && lastBox && <Button icon="undo" onPress={() => judge(lastBox)}>{t('vaccinations.sameBox', { lot: lastBox.lot })}</Button>}
        <BatchChoice session={session} catalogue={catalogue} today={today} chosen={isSet ? scanned.box : undefined} onChoose={judge} />
      </div>
    </div>
  )
}

/** What the scan said, large enough to be read across the table. */
export function BoxResult({ scanned }: { readonly scanned: ScannedBox }): ReactElement {
  const words = useBoxWords(scanned)
  const isGood = scanned.kind === 'usable'
  return (
    <output className={isGood ? 'box__result box__result--good' : 'box__result box__result--bad'} aria-live={isGood ? 'polite' : 'assertive'}>
      <Icon name={isGood ? 'checkCircle' : 'warning'} size={32} />
      <span><strong className="box__title">{words.title}</strong><span>{words.text}</span></span>
    </output>
  )
}

/** The sentences about a scan. */
export function useBoxWords(scanned: ScannedBox): { readonly title: string; readonly text: string } {
  const { t } = useTranslation()
  const language = useLanguage()
  if (scanned.kind === 'usable') {
    const { vaccine, box: { lot, expiresOn }, isNew, isOther } = scanned
    const notes = [...(isNew ? [t('vaccinations.box.new')] : []), ...(isOther ? [t('vaccinations.box.other')] : [])]
    return { title: `${vaccine.name} · ${lot}`, text: [t('vaccinations.box.goodUntil', { day: formatPlainDay(expiresOn, language) }), ...notes].join(' ') }
  }
  const facts = factsOf(scanned, language)
  if (scanned.kind === 'unreadable') return { title: t('vaccinations.boxTitle.unreadable'), text: t(`vaccinations.boxProblem.${scanned.problem}`) }
  const key = scanned.kind === 'incomplete' ? (`no-${scanned.lacks}` as const) : scanned.kind
  return { title: t(`vaccinations.boxTitle.${key}`, facts), text: t(`vaccinations.boxText.${key}`, facts) }
}

const factsOf = (scanned: ScannedBox, language: Language): Readonly<Record<'name' | 'day' | 'lot' | 'number' | 'reason', string>> => ({
  name: 'vaccine' in scanned ? scanned.vaccine.name : '', day: 'expiresOn' in scanned ? formatPlainDay(scanned.expiresOn, language) : '', lot: 'lot' in scanned ? scanned.lot : '',
  number: 'number' in scanned ? scanned.number : '', reason: 'reason' in scanned ? scanned.reason : '',
})

interface ChoiceProps extends Pick<Props, 'session' | 'catalogue' | 'today'> {
  readonly chosen: Box | undefined
  readonly onChoose: (box: Box) => void
}

function BatchChoice({ session, catalogue, today, chosen, onChoose }: ChoiceProps): ReactElement | null {
  const { t } = useTranslation()
  const language = useLanguage()
  const offered = catalogue.batches.filter(({ vaccineId, blockedReason, expiresOn }) => session.vaccineIds.includes(vaccineId) && blockedReason === null && expiresOn >= today)
  const items = offered.map(({ id, vaccineId, lot, expiresOn }) => ({ id, name: `${catalogue.vaccines.find(one => one.id === vaccineId)?.name ?? ''} · ${lot}`, note: formatPlainDay(expiresOn, language) }))
  const value = offered.find(({ vaccineId, lot }) => vaccineId === chosen?.vaccineId && lot === chosen?.lot)?.id ?? null
  if (items.length === 0) return null
  const choose = (id: string): void => {
    const batch = offered.find(one => one.id === id)
    if (batch) onChoose({ vaccineId: batch.vaccineId, lot: batch.lot, expiresOn: batch.expiresOn })
  }
  return <Select label={t('vaccinations.chooseBatch')} placeholder={t('vaccinations.choose')} items={items} value={value} onChange={choose} />
}
