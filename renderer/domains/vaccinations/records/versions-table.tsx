import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { stands } from '../../../../shared/domains/vaccinations/twins.ts'
import type { Vaccination } from '../../../../shared/domains/vaccinations/tables.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { formatDayAndTime } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { differingParts, partInWords, RECORD_PARTS } from './record-parts.ts'

/** All versions side by side, the oldest first: what differs from the one before is marked, and why there is another. */
export function VersionsTable({ versions }: { readonly versions: readonly Vaccination[] }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const changed = versions.map((version, index) => { const before = versions[index - 1]; return before ? differingParts(before, version, t, language) : [] })
  const parts = versions.length > 1 ? RECORD_PARTS.filter(part => changed.some(some => some.includes(part)) || ALWAYS.includes(part)) : RECORD_PARTS
  return (
    <DataTable caption={t('vaccinationRecords.versions')} className="versions" heads={[t('vaccinationRecords.part'), ...versions.map((_, index) => t('vaccinationRecords.versionOf', { number: index + 1 }))]}>
      <tr><th scope="row">{t('vaccinationRecords.validity')}</th>{versions.map(version => <td key={version.id}><ValidityMark record={version} /></td>)}</tr>
      <tr><th scope="row">{t('vaccinationRecords.number')}</th>{versions.map(({ id, number }) => <td key={id}>{number || t('vaccinations.numberComing')}</td>)}</tr>
      <tr><th scope="row">{t('vaccinationRecords.writtenDown')}</th>{versions.map(({ id, documentedAt }) => <td key={id}>{formatDayAndTime(documentedAt, language)}</td>)}</tr>
      <tr><th scope="row">{t('vaccinationRecords.why')}</th>{versions.map(({ id, reason }) => <td key={id}>{reason ?? t('common.none')}</td>)}</tr>
      {parts.map(part => (
        <tr key={part}>
          <th scope="row">{t(`vaccinationRecords.parts.${part}`)}</th>
          {versions.map((version, index) => (
            <td key={version.id} className={changed[index]?.includes(part) ? 'versions__changed' : undefined}>
              {partInWords(version, part, t, language)}{changed[index]?.includes(part) && <span className="sr-only"> ({t('vaccinationRecords.changed')})</span>}
            </td>
          ))}
        </tr>
      ))}
    </DataTable>
  )
}

/** Who it is about and what was given stands there whether it was changed or not. */
const ALWAYS: readonly (typeof RECORD_PARTS)[number][] = ['familyName', 'givenName', 'birthDay', 'vaccine', 'lot']

/** Whether a version counts, as symbol and word. */
export function ValidityMark({ record }: { readonly record: Vaccination }): ReactElement {
  const { t } = useTranslation()
  if (stands(record)) return <span className="status status--good"><Icon name="checkCircle" size={16} /><span>{t('vaccinationRecords.valid')}</span></span>
  return <span className="status status--bad"><Icon name="crossCircle" size={16} /><span>{t(record.isVoid ? 'vaccinationRecords.withdrawn' : 'vaccinationRecords.replaced')}</span></span>
}
