import type { TFunction } from 'i18next'
import { useState, type ReactElement } from 'react'
import { Checkbox } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ShownVaccination } from '../../../../shared/contract/vaccinations.ts'
import { fullName } from '../../../../shared/domains/vaccinations/vaccinee.ts'
import type { VaccinationId } from '../../../../shared/ids.ts'
import { MOST_SHEETS } from '../../../../shared/wire/vaccinations.ts'
import { ActionButton } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { formatPlainDay, formatTime } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { PendingMark } from '../../../ui/pending-mark.tsx'
import { Tick } from '../../../ui/tick.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { useVaccinationCommand } from '../mutations.ts'
import { awaitedOf } from './awaited.ts'
import { VaccinationSheetButton } from './sheet-button.tsx'
import './signatures.css'

/** What the responsible person has yet to sign of a session: printed in one go, signed by hand, and noted afterwards. */
export function SignaturesList({ records }: { readonly records: readonly ShownVaccination[] }): ReactElement {
  const { t } = useTranslation()
  const awaited = awaitedOf(records)
  // What was left out is remembered, so that whoever comes in later is part of it.
  const [leftOut, setLeftOut] = useState<ReadonlySet<VaccinationId>>(new Set())
  const chosen = awaited.filter(({ id }) => !leftOut.has(id))
  const turn = (ids: readonly VaccinationId[], isChosen: boolean): void => setLeftOut(before => new Set(isChosen ? [...before].filter(id => !ids.includes(id)) : [...before, ...ids]))
  if (awaited.length === 0) return <div className="empty"><Icon name="checkCircle" size={32} /><p>{t('vaccinationCertificate.noneAwaited')}</p></div>
  return (
    <div className="signatures">
      <p className="muted">{t('vaccinationCertificate.hint')}</p>
      <Tick label={t('vaccinationCertificate.all')} isOn={chosen.length === awaited.length} onChange={isOn => turn(awaited.map(({ id }) => id), isOn)} />
      <DataTable caption={t('vaccinationCertificate.awaited')} isCaptionUnseen heads={headsIn(t)} className="signatures__table">
        {awaited.map(record => <Line key={record.id} record={record} isChosen={!leftOut.has(record.id)} onTurn={isChosen => turn([record.id], isChosen)} />)}
      </DataTable>
      <Deeds chosen={chosen.map(({ id }) => id)} />
    </div>
  )
}

const headsIn = (t: TFunction) => [
  { title: t('vaccinationCertificate.choose'), isUnseen: true }, t('vaccinationCertificate.name'), t('vaccinationCertificate.born'), t('vaccinationCertificate.vaccine'), t('vaccinationCertificate.at'),
  t('vaccinationCertificate.number'),
]

interface LineProps {
  readonly record: ShownVaccination
  readonly isChosen: boolean
  readonly onTurn: (isChosen: boolean) => void
}

function Line({ record: { person, vaccineName, lot, at, number, twinId, isPending }, isChosen, onTurn }: LineProps): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <tr>
      <td>
        <Checkbox className="confirmation" aria-label={t('vaccinationCertificate.chooseOne', { name: fullName(person) })} isSelected={isChosen} onChange={onTurn}>
          {({ isSelected }) => <span className={isSelected ? 'tick tick--on' : 'tick'} aria-hidden="true">{isSelected && <Icon name="check" size={14} />}</span>}
        </Checkbox>
      </td>
      <th scope="row">{person.familyName}, {person.givenName} {isPending && <PendingMark />}{twinId !== null && <span className="late"><Icon name="people" size={16} />{t('vaccinations.alarm.twin')}</span>}</th>
      <td>{person.birthDay && formatPlainDay(person.birthDay, language)}</td>
      <td>{vaccineName}, {lot}</td>
      <td>{formatTime(at, language)}</td>
      <td className="signatures__number">{number}</td>
    </tr>
  )
}

function Deeds({ chosen }: { readonly chosen: readonly VaccinationId[] }): ReactElement {
  const { t } = useTranslation()
  const { run, isRunning } = useVaccinationCommand('note-signed')
  const refusal = refusalFor(chosen.length, t)
  const count = chosen.length
  const note = (): void => void (isRunning || run({ vaccinationIds: [...chosen] }))
  return (
    <div className="signatures__deeds">
      <VaccinationSheetButton query={{ sheet: 'signatures', vaccinationIds: [...chosen] }} label={t('vaccinationCertificate.signatures')} refusal={refusal} />
      <VaccinationSheetButton query={{ sheet: 'labels', vaccinationIds: [...chosen] }} label={t('vaccinationCertificate.labels')} refusal={refusal} />
      <ActionButton kind="primary" icon="check" refusal={refusal} hint={t('vaccinationCertificate.signedHint')} onPress={note}>
        {count === 0 ? t('vaccinationCertificate.noteSignedNone') : t('vaccinationCertificate.noteSigned', { count })}
      </ActionButton>
    </div>
  )
}

function refusalFor(count: number, t: TFunction): string | undefined {
  if (count === 0) return t('vaccinationCertificate.nothingChosen')
  return count > MOST_SHEETS ? t('vaccinationCertificate.most', { count: MOST_SHEETS }) : undefined
}
