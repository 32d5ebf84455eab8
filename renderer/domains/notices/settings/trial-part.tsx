import { useId, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { ENGLISH_CLOCK } from '../../../../shared/domains/notices/clock/phrases-en.ts'
import { GERMAN_CLOCK } from '../../../../shared/domains/notices/clock/phrases-de.ts'
import type { NoticeRules, NoticeRuleSet } from '../../../../shared/domains/notices/clock/rule-sets.ts'
import { germanDayAt } from '../../../../shared/german-days.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { formatPlainDay, parseDay } from '../../../ui/format.ts'
import { Select } from '../../../ui/select.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { TRIAL_WAYS, triedByLaw, triedByVersion, type TrialWay } from './trial.ts'

interface Props {
  readonly law: NoticeRuleSet
  /** It is made just now: so far nothing is ruled by it. */
  readonly isNew: boolean
  /** The version that is being written; undefined while it is not complete. */
  readonly rules: NoticeRules | undefined
}

/** One delivery by the law as it stands, where there is one, and by the version that is being written, side by side. */
export function TrialPart({ law, isNew, rules }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const titleId = useId()
  const today = germanDayAt(useNow())
  const [typed, setTyped] = useState(() => formatPlainDay(today, language))
  const [way, setWay] = useState<TrialWay>('inland')
  const day = parseDay(typed)
  const phrases = language === 'de' ? GERMAN_CLOCK : ENGLISH_CLOCK
  return (
    <section className="notice-trial" aria-labelledby={titleId}>
      <h3 id={titleId} className="notice-law__from">{t('noticeSettings.trial.title')}</h3>
      <p className="muted">{t('noticeSettings.trial.text')}</p>
      <div className="notice-law__fields">
        <TextInput label={t('noticeSettings.trial.day')} value={typed} error={day ? undefined : t('noticeSettings.law.fromWrong')} maxLength={10} onChange={setTyped} />
        <Select label={t('noticeSettings.trial.way')} value={way} items={TRIAL_WAYS.map(id => ({ id, name: t(`noticeSettings.trial.ways.${id}`) }))} onChange={id => setWay(TRIAL_WAYS.find(one => one === id) ?? way)} />
      </div>
      {day && (
        <div className="notice-trial__both">
          <Words title={t('noticeSettings.trial.before')} sentences={isNew ? [t('noticeSettings.trial.none')] : triedByLaw(law, way, day, phrases)} />
          {rules ? <Words title={t('noticeSettings.trial.after')} sentences={triedByVersion(law, rules, way, day, phrases)} /> : <Words title={t('noticeSettings.trial.after')} sentences={[t('noticeSettings.trial.notYet')]} />}
        </div>
      )}
    </section>
  )
}

function Words({ title, sentences }: { readonly title: string; readonly sentences: readonly string[] }): ReactElement {
  return (
    <div>
      <h4>{title}</h4>
      <ul className="notice-trial__words">{sentences.map((sentence, index) => <li key={index}>{sentence.replaceAll('§ ', '§\u{A0}')}</li>)}</ul>
    </div>
  )
}
