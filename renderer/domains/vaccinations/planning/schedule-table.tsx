import type { TFunction } from 'i18next'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Booster, PrimaryStep, Schedule } from '../../../../shared/domains/vaccinations/schedule.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { ageWords, rangeWords, spanWords } from './span-words.ts'

/** A schedule as one reads it: a line for each dose, and below what holds for all of them. */
export function ScheduleTable({ schedule, caption }: { readonly schedule: Schedule; readonly caption: string }): ReactElement {
  const { t } = useTranslation()
  const facts = factsOf(t, schedule)
  return (
    <>
      <DataTable caption={caption} isCaptionUnseen isStackable heads={[t('planning.rule.dose'), t('planning.rule.leastAge'), t('planning.rule.recommendedAge'), t('planning.rule.leastInterval'), t('planning.rule.recommendedInterval')]}>
        {schedule.primary.map((step, index) => <PrimaryRow key={index} step={step} number={index + 1} />)}
        {schedule.boosters.map((booster, index) => <BoosterRow key={index} booster={booster} />)}
      </DataTable>
      {facts.length > 0 && <ul className="planning__facts-list">{facts.map(fact => <li key={fact}>{fact}</li>)}</ul>}
    </>
  )
}

function PrimaryRow({ step: { leastAge, recommendedAge, leastInterval, recommendedInterval }, number }: { readonly step: PrimaryStep; readonly number: number }): ReactElement {
  const { t } = useTranslation()
  return (
    <tr>
      <th scope="row">{t('planning.rule.primaryDose', { number })}</th>
      <td>{(leastAge && spanWords(t, leastAge)) || t('common.none')}</td>
      <td>{ageWords(t, recommendedAge) || t('common.none')}</td>
      <td>{(leastInterval && spanWords(t, leastInterval)) || t('common.none')}</td>
      <td>{(recommendedInterval && rangeWords(t, recommendedInterval.from, recommendedInterval.to)) || t('common.none')}</td>
    </tr>
  )
}

function BoosterRow({ booster: { number, isRepeated, ages, leastInterval, recommendedInterval, recommendedFromAge } }: { readonly booster: Booster }): ReactElement {
  const { t } = useTranslation()
  return (
    <tr>
      <th scope="row">{t(isRepeated ? 'planning.rule.boosterFrom' : 'planning.rule.booster', { number })}{ages && <span className="planning__under">{t('planning.rule.agesThen', { ages: ageWords(t, ages) })}</span>}</th>
      <td>{t('common.none')}</td>
      <td>{ageWords(t, { from: recommendedFromAge, below: null }) || t('common.none')}</td>
      <td>{spanWords(t, leastInterval)}</td>
      <td>{(recommendedInterval && rangeWords(t, recommendedInterval.from, recommendedInterval.to)) || t('common.none')}</td>
    </tr>
  )
}

/** What holds for the schedule as a whole, in sentences; what is usual is not said. */
function factsOf(t: TFunction, { ages, startAges, isLive, season, leastBeforeLast, leastAfterUncounted, vaccines, countsOthers, graceDays }: Schedule): readonly string[] {
  const monthDay = (day: string): string => `${day.slice(3)}.${day.slice(0, 2)}.`
  return [
    ages && t('planning.rule.forAges', { ages: ageWords(t, ages) }),
    startAges && t('planning.rule.forStart', { ages: ageWords(t, startAges) }),
    isLive && t('planning.rule.live'),
    season && t('planning.rule.inSeason', { from: monthDay(season.from), to: monthDay(season.to) }),
    leastBeforeLast && t('planning.rule.beforeLast', { span: spanWords(t, leastBeforeLast) }),
    leastAfterUncounted && t('planning.rule.afterUncounted', { span: spanWords(t, leastAfterUncounted) }),
    vaccines && t(countsOthers ? 'planning.rule.vaccinesAndOthers' : 'planning.rule.vaccinesOnly', { codes: vaccines.join(', ') }),
    graceDays > 0 && t('planning.rule.grace', { count: graceDays }),
  ].filter(fact => typeof fact === 'string')
}
