import { useId, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownNotice } from '../../../../shared/contract/notices.ts'
import { clockOf } from '../../../../shared/domains/notices/clock/clock.ts'
import { ruleSetCalled } from '../../../../shared/domains/notices/clock/finality.ts'
import type { NoticeRuleSet } from '../../../../shared/domains/notices/clock/rule-sets.ts'
import { germanDayAt } from '../../../../shared/german-days.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { PendingMark } from '../../../ui/pending-mark.tsx'
import { ReplacementPart } from '../correct/replacement-part.tsx'
import { Reasons, ThreeDays } from './clock-days.tsx'
import { ClockMark } from './clock-mark.tsx'
import { EntryDialog } from './entry-dialog.tsx'
import { EntryList } from './entry-list.tsx'
import { useLaws } from './queries.ts'

interface Props {
  readonly notice: ShownNotice
  /** The rule set of its kind. */
  readonly ruleSetId: string
  /** Opens the case of an objection. */
  readonly onCase: (id: string) => void
}

/** The three days of one notice, why they are these, and what became known about it. */
export function ClockPanel(props: Props): ReactElement {
  const { t } = useTranslation()
  const laws = useLaws()
  return laws ? <Clock {...props} laws={laws} /> : <p className="muted">{t('common.loading')}</p>
}

function Clock({ notice, ruleSetId, laws, onCase }: Props & { readonly laws: readonly NoticeRuleSet[] }): ReactElement {
  const { t } = useTranslation()
  const titleId = useId()
  const on = germanDayAt(useNow())
  const [isEntering, setEntering] = useState(false)
  const clock = clockOf({ facts: notice.facts, ruleSet: ruleSetCalled(ruleSetId, laws), on })
  return (
    <section className="notice-clock" aria-labelledby={titleId}>
      <header className="notice-clock__head">
        <h3 id={titleId} className="notice-clock__title">{t('noticeClock.deadlines')}</h3>
        <span className="row"><ClockMark state={clock.state} />{notice.isPending && <PendingMark />}</span>
      </header>
      <ThreeDays clock={clock} />
      <Reasons clock={clock} />
      <ReplacementPart notice={notice} clock={clock} />
      <EntryList noticeId={notice.id} facts={notice.facts} today={on} onCase={onCase} />
      {notice.sent?.handedOverAt && <div><Button icon="plus" onPress={() => setEntering(true)}>{t('noticeClock.enter')}</Button></div>}
      {isEntering && <EntryDialog noticeId={notice.id} facts={notice.facts} today={on} onClose={() => setEntering(false)} />}
    </section>
  )
}
