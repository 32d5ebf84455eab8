import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Select } from '../../../ui/select.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { PERIODS_OF_LAW, RULE_KINDS, WAYS_OF_LAW, type WrittenPeriod, type WrittenRule, type WrittenRules } from './law-draft.ts'

interface Props {
  readonly written: WrittenRules
  /** The fields in which is nothing that can be kept. */
  readonly problems: readonly string[]
  readonly onChange: (written: WrittenRules) => void
}

/** All that a version of a law says beside its day. */
export function LawFields({ written, problems, onChange }: Props): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      {WAYS_OF_LAW.map(way => (
        <fieldset key={way} className="notice-law__group">
          <legend>{t('noticeSettings.law.announcement', { way: t(`noticeSettings.laws.${way}`) })}</legend>
          <RuleFields rule={written[way]} name={way} problems={problems} onChange={rule => onChange({ ...written, [way]: rule })} />
        </fieldset>
      ))}
      <fieldset className="notice-law__group">
        <legend>{t('noticeSettings.law.announcement', { way: t('noticeSettings.laws.byHand') })}</legend>
        <TextInput label={t('noticeSettings.law.basis')} value={written.byHand} error={problems.includes('byHand') ? t('noticeSettings.law.basisMissing') : undefined} maxLength={120} isRequired onChange={byHand => onChange({ ...written, byHand })} />
      </fieldset>
      {PERIODS_OF_LAW.map(period => (
        <fieldset key={period} className="notice-law__group">
          <legend>{t(`noticeSettings.laws.${period}`)}</legend>
          <PeriodFields period={written[period]} name={period} problems={problems} onChange={changed => onChange({ ...written, [period]: changed })} />
        </fieldset>
      ))}
      <fieldset className="notice-law__group">
        <legend>{t('noticeSettings.laws.periodShift')}</legend>
        <TextInput label={t('noticeSettings.law.shift')} hint={t('noticeSettings.law.shiftHint')} value={written.periodShiftBasis} maxLength={120} onChange={periodShiftBasis => onChange({ ...written, periodShiftBasis })} />
      </fieldset>
    </>
  )
}

interface PartProps {
  readonly name: string
  readonly problems: readonly string[]
}

function RuleFields({ rule, name, problems, onChange }: PartProps & { readonly rule: WrittenRule; readonly onChange: (rule: WrittenRule) => void }): ReactElement {
  const { t } = useTranslation()
  const { kind } = rule
  const wrongCount = problems.includes(`${name}.count`) ? t('noticeSettings.law.number') : undefined
  const wrongBasis = problems.includes(`${name}.basis`) ? t('noticeSettings.law.basisMissing') : undefined
  return (
    <div className="notice-law__fields">
      <Select label={t('noticeSettings.law.kind')} value={kind} items={RULE_KINDS.map(id => ({ id, name: t(`noticeSettings.law.kinds.${id}`) }))} onChange={id => onChange({ ...rule, kind: RULE_KINDS.find(one => one === id) ?? kind })} />
      {kind !== 'on-receipt' && <TextInput label={t(kind === 'after-months' ? 'noticeSettings.law.months' : 'noticeSettings.law.days')} value={rule.count} error={wrongCount} maxLength={2} isRequired onChange={count => onChange({ ...rule, count })} />}
      <TextInput label={t('noticeSettings.law.basis')} hint={t('noticeSettings.law.basisHint')} value={rule.basis} error={wrongBasis} maxLength={120} isRequired onChange={basis => onChange({ ...rule, basis })} />
      {(kind === 'after-days' || kind === 'after-months') && <TextInput label={t('noticeSettings.law.shift')} hint={t('noticeSettings.law.shiftHint')} value={rule.shiftBasis} maxLength={120} onChange={shiftBasis => onChange({ ...rule, shiftBasis })} />}
    </div>
  )
}

function PeriodFields({ period, name, problems, onChange }: PartProps & { readonly period: WrittenPeriod; readonly onChange: (period: WrittenPeriod) => void }): ReactElement {
  const { t } = useTranslation()
  return (
    <div className="notice-law__fields">
      <TextInput label={t('noticeSettings.law.months')} value={period.months} error={problems.includes(`${name}.months`) ? t('noticeSettings.law.number') : undefined} maxLength={2} isRequired onChange={months => onChange({ ...period, months })} />
      <TextInput label={t('noticeSettings.law.basis')} value={period.basis} error={problems.includes(`${name}.basis`) ? t('noticeSettings.law.basisMissing') : undefined} maxLength={120} isRequired onChange={basis => onChange({ ...period, basis })} />
    </div>
  )
}
