import { useEffect, useRef, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { batchIdOf } from '../../../../shared/domains/vaccinations/catalogue-commands.ts'
import type { VaccinationSession } from '../../../../shared/domains/vaccinations/tables.ts'
import { Button } from '../../../ui/button.tsx'
import type { Language } from '../../../texts/languages.ts'
import { formatPlainDay } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Select } from '../../../ui/select.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import type { Catalogue } from '../queries.ts'
import { judgedBox, type Box, type ScannedBox } from './scanned-box.ts'
import { TypedBoxDialog } from './typed-box-dialog.tsx'

interface Props {
  readonly session: VaccinationSession
  readonly catalogue: Catalogue
  readonly today: string
  readonly scanned: ScannedBox | undefined
  readonly lastBox: Box | undefined
  readonly onScanned: (scanned: ScannedBox) => void
}

/** From which box the dose is: scanned, the same as before, chosen from the list, or read off the label. */
export function BoxPart({ session, catalogue, today, scanned, lastBox, onScanned }: Props): ReactElement {
  const { t } = useTranslation()
  const [isTyping, setTyping] = useState(false)
  const part = useRef<HTMLDivElement>(null)
  // The field for scans has the focus; what a scan said must not lie below the edge of the window.
  useEffect(() => {
    if (scanned) part.current?.scrollIntoView({ block: 'nearest' })
  }, [scanned])
  const judge = (box: Box): void => {
    const vaccine = catalogue.vaccines.find(({ id }) => id === box.vaccineId)
    const batch = catalogue.batches.find(({ id }) => id === batchIdOf(box.vaccineId, box.lot))
    if (vaccine) onScanned(judgedBox({ ...box, lot: batch?.lot ?? box.lot }, vaccine, batch, { vaccineIds: session.vaccineIds, today }))
  }
  const isSet = scanned?.kind === 'usable'
  return (
    <div ref={part} className="box">
      <div className="box__said" aria-live={scanned && !isSet ? undefined : 'polite'}>{scanned ? <BoxResult scanned={scanned} /> : <p className="box__wait"><Icon name="marker" size={32} /><span>{t('vaccinations.scanBox')}<span className="box__without">{t('vaccinations.scanBoxHint')}</span></span></p>}</div>
      <div className="box__ways">
        {!isSet && lastBox && <Button icon="undo" onPress={() => judge(lastBox)}>{t('vaccinations.sameBox', { lot: lastBox.lot })}</Button>}
        <BatchChoice session={session} catalogue={catalogue} today={today} chosen={isSet ? scanned.box : undefined} onChoose={judge} />
        {!isSet && <Button icon="pencil" onPress={() => setTyping(true)}>{t('vaccinations.typeBox')}</Button>}
      </div>
      {isTyping && <TypedBoxDialog vaccines={catalogue.vaccines.filter(({ id }) => session.vaccineIds.includes(id))} onTyped={judge} onClose={() => setTyping(false)} />}
    </div>
  )
}

/** What the scan said, large enough to be read across the table. */
export function BoxResult({ scanned }: { readonly scanned: ScannedBox }): ReactElement {
  const words = useBoxWords(scanned)
  const isGood = scanned.kind === 'usable'
  return (
    <div className={isGood ? 'box__result box__result--good' : 'box__result box__result--bad'} role={isGood ? undefined : 'alert'}>
      <Icon name={isGood ? 'checkCircle' : 'warning'} size={32} />
      <span><strong className="box__title">{words.title}</strong><span>{words.text}</span></span>
    </div>
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
