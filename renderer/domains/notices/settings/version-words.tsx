import type { TFunction } from 'i18next'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnnouncementRule, NoticeRules } from '../../../../shared/domains/notices/clock/rule-sets.ts'
import { PERIODS_OF_LAW, WAYS_OF_LAW } from './law-draft.ts'

/** When something counts as announced, in words and without its basis. */
function ruleWords(t: TFunction, rule: AnnouncementRule): string {
  if (rule.kind === 'on-receipt') return t('noticeSettings.laws.rule.on-receipt')
  if (rule.kind === 'after-retrieval') return t('noticeSettings.laws.rule.after-retrieval', { count: rule.withinDays })
  const when = rule.kind === 'after-days' ? t('noticeSettings.laws.rule.after-days', { count: rule.days }) : t('noticeSettings.laws.rule.after-months', { count: rule.months })
  return `${when}, ${t(rule.shiftBasis === null ? 'noticeSettings.laws.stays' : 'noticeSettings.laws.moves')}`
}

const basesOf = (rule: AnnouncementRule): string => ('shiftBasis' in rule && rule.shiftBasis !== null ? `${rule.basis}; ${rule.shiftBasis}` : rule.basis)

/** What a version says, each rule with the paragraph on which it rests. */
export function VersionWords({ version }: { readonly version: NoticeRules }): ReactElement {
  const { t } = useTranslation()
  const { byHand, periodShiftBasis } = version
  return (
    <dl className="notice-law__rules">
      {WAYS_OF_LAW.map(way => <Rule key={way} title={t(`noticeSettings.laws.${way}`)} words={ruleWords(t, version[way])} basis={basesOf(version[way])} />)}
      <Rule title={t('noticeSettings.laws.byHand')} words={t('noticeSettings.laws.sameDay')} basis={byHand.basis} />
      {PERIODS_OF_LAW.map(period => <Rule key={period} title={t(`noticeSettings.laws.${period}`)} words={t('noticeSettings.laws.months', { count: version[period].months })} basis={version[period].basis} />)}
      <Rule title={t('noticeSettings.laws.periodShift')} words={t(periodShiftBasis === null ? 'noticeSettings.laws.periodStays' : 'noticeSettings.laws.periodMoves')} basis={periodShiftBasis ?? ''} />
    </dl>
  )
}

function Rule({ title, words, basis }: { readonly title: string; readonly words: string; readonly basis: string }): ReactElement {
  return <div><dt>{title}</dt><dd>{words} {basis && <span className="muted">({basis.replaceAll('§ ', '§\u{A0}')})</span>}</dd></div>
}
