import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Coverage } from '../../../../shared/wire/vaccinations.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { Select } from '../../../ui/select.tsx'
import { Bar } from './bar.tsx'
import { CsvButton } from './csv-button.tsx'
import { FigurePart } from './figure-part.tsx'
import { coverageRows, drawnAgainst, percentOf, type CoverageWords } from './figure-tables.ts'

/** How many persons were given a dose against a disease, by age and by where they live; shares are of them, for how many live there is not known here. Groups under five are left out together with what would tell them. */
export function CoverageTables({ coverage, period }: { readonly coverage: readonly Coverage[]; readonly period: string }): ReactElement | null {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<string>()
  const shown = coverage.find(({ disease }) => disease === chosen) ?? coverage[0]
  if (!shown) return null
  const ageName = (group: string): string => (group.endsWith('+') ? t('vaccinationRecords.yearsFrom', { from: group.slice(0, -1) }) : t('vaccinationRecords.years', { group: group.replace('-', '–') }))
  const localityName = (group: string): string => group || t('common.notGiven')
  const heads = (['disease', 'by', 'group', 'personsHead'] as const).map(head => t(`vaccinationRecords.${head}`))
  const words: CoverageWords = {
    byAge: t('vaccinationRecords.byAge'), byLocality: t('vaccinationRecords.byLocality'), others: t('vaccinationRecords.otherGroups'), hidden: t('statistics.hidden'), sum: t('vaccinationRecords.sum'), ageName, localityName,
  }
  return (
    <FigurePart title={t('vaccinationRecords.coverage')} action={<CsvButton title={t('vaccinationRecords.coverage')} period={period} heads={heads} rows={coverage.flatMap(one => coverageRows(one, words))} />}>
      {coverage.length > 1 && <div className="figures__choice"><Select label={t('vaccinationRecords.disease')} value={shown.disease} items={coverage.map(({ disease }) => ({ id: disease, name: disease }))} onChange={setChosen} /></div>}
      <Total coverage={shown} />
      <div className="figures__pair">
        <Groups title={t('vaccinationRecords.byAge')} total={shown} groups={shown.ages} isHiding={shown.hidesAges} nameOf={ageName} />
        <Groups title={t('vaccinationRecords.byLocality')} total={shown} groups={shown.localities} isHiding={shown.hidesLocalities} nameOf={localityName} />
      </div>
    </FigurePart>
  )
}

function Total({ coverage: { total, disease } }: { readonly coverage: Coverage }): ReactElement {
  const { t } = useTranslation()
  return (
    <div>
      <p>{total === null ? t('vaccinationRecords.totalHidden', { disease }) : t('vaccinationRecords.total', { disease, count: total })}</p>
      <p className="muted">{t('vaccinationRecords.sharesOf')}</p>
    </div>
  )
}

interface GroupsProps {
  readonly title: string
  readonly total: Coverage
  readonly groups: Coverage['ages']
  readonly isHiding: boolean
  readonly nameOf: (group: string) => string
}

function Groups({ title, total, groups, isHiding, nameOf }: GroupsProps): ReactElement {
  const { t } = useTranslation()
  const all = drawnAgainst(total, groups)
  return (
    <DataTable caption={title} heads={[t('vaccinationRecords.group'), t('vaccinationRecords.personsHead')]}>
      {groups.map(({ group, persons }) => (
        <tr key={group}>
          <th scope="row">{nameOf(group)}</th>
          <td><Bar percent={percentOf(persons, all)} value={persons} note={total.total === null ? undefined : t('statistics.percent', { percent: percentOf(persons, all) })} /></td>
        </tr>
      ))}
      {isHiding && <tr><th scope="row">{t('vaccinationRecords.otherGroups')}</th><td className="muted">{t('statistics.hidden')}</td></tr>}
    </DataTable>
  )
}
