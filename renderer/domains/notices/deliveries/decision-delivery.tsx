import { useId, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseDelivery } from '../../../../shared/contract/notice-deliveries.ts'
import { clockOf, type ClockState } from '../../../../shared/domains/notices/clock/clock.ts'
import { ruleSetCalled } from '../../../../shared/domains/notices/clock/finality.ts'
import { ofKind } from '../../../../shared/domains/notices/clock/known-facts.ts'
import type { NoticeRuleSet } from '../../../../shared/domains/notices/clock/rule-sets.ts'
import { germanDayAt } from '../../../../shared/german-days.ts'
import { useCore, useNow } from '../../../core-client/core-context.tsx'
import { formatDayAndTime, formatPlainDay } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { SheetButton } from '../../../ui/sheet-button.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { Reasons, ThreeDays } from '../clock/clock-days.tsx'
import { ClockMark } from '../clock/clock-mark.tsx'
import { NoticeStageMark } from '../list/stage-mark.tsx'
import { wayWords } from '../way/way-words.ts'
import './deliveries.css'

interface Props {
  readonly delivery: CaseDelivery
  readonly laws: readonly NoticeRuleSet[]
}

/** How a letter of a case reached whoever applied, and its days by law. */
export function DecisionDelivery({ delivery: { id, filename, channel, state, facts, ruleSetId, laterDecisionOn }, laws }: Props): ReactElement {
  const { t } = useTranslation()
  const { client } = useCore()
  const language = useLanguage()
  const titleId = useId()
  const on = germanDayAt(useNow())
  const ruleSet = ruleSetCalled(ruleSetId, laws)
  const clock = clockOf({ facts, ruleSet, on })
  return (
    <section className="decision-delivery" aria-labelledby={titleId}>
      <h3 id={titleId} className="panel__subtitle decision-delivery__name">{filename.replace(/\.pdf$/, '')}</h3>
      <p className="row"><NoticeStageMark stage={state} />{facts.length > 0 && <LawMark state={clock.state} />}</p>
      <Moments facts={facts} way={wayWords(t, channel, null)} />
      {laterDecisionOn && <p className="panel__note">{t('noticeCase.later', { day: formatPlainDay(laterDecisionOn, language) })}</p>}
      {channel !== 'mailbox' || facts.length === 0 ? <p className="muted">{t(channel === 'mailbox' ? 'noticeCase.dayUnknown' : 'noticeCase.byPost')}</p> : (
        <>
          <ThreeDays clock={clock} />
          <Reasons clock={clock} />
          <p className="panel__note">{t('noticeCase.law', { law: ruleSet.title })}</p>
        </>
      )}
      <div className="row"><SheetButton label={t('noticeDeliveries.one.proof')} title={t('noticeDeliveries.one.proofTitle', { name: filename.replace(/\.pdf$/, '') })} offline={t('noticeDeliveries.one.offline')} ask={() => client.noticeDeliveries.decisionProof({ letterId: id })} /></div>
    </section>
  )
}

/** Nobody notes objections to a decision here: the end of the period is all that can be said. */
function LawMark({ state }: { readonly state: ClockState }): ReactElement {
  const { t } = useTranslation()
  if (state !== 'final') return <ClockMark state={state} />
  return <span className="status status--good"><Icon name="checkCircle" size={16} /><span>{t('noticeCase.periodOver')}</span></span>
}

function Moments({ facts, way }: Pick<CaseDelivery, 'facts'> & { readonly way: string }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const at = (kind: 'provided' | 'retrieved'): string => ofKind(facts, kind).map(fact => formatDayAndTime(fact.at, language)).join(', ')
  const rows = [[t('noticeDeliveries.way'), way], [t('noticeDeliveries.one.provided'), at('provided')], [t('noticeDeliveries.one.retrieved'), at('retrieved')]] as const
  return <dl className="deliveries__facts">{rows.filter(([, value]) => value !== '').map(([title, value]) => <div key={title}><dt>{title}</dt><dd>{value}</dd></div>)}</dl>
}
