import { useId, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownNotice } from '../../../../shared/contract/notices.ts'
import { clockOf, type NoticeClock } from '../../../../shared/domains/notices/clock/clock.ts'
import { ruleSetCalled } from '../../../../shared/domains/notices/clock/finality.ts'
import { ENGLISH_CLOCK } from '../../../../shared/domains/notices/clock/phrases-en.ts'
import { GERMAN_CLOCK } from '../../../../shared/domains/notices/clock/phrases-de.ts'
import { explained } from '../../../../shared/domains/notices/clock/phrases.ts'
import type { NoticeRuleSet } from '../../../../shared/domains/notices/clock/rule-sets.ts'
import { germanDayAt } from '../../../../shared/german-days.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { formatPlainDay, formatWeekday } from '../../../ui/format.ts'
import { PendingMark } from '../../../ui/pending-mark.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { ReplacementPart } from '../correct/replacement-part.tsx'
import { ClockMark } from './clock-mark.tsx'
import { EntryDialog } from './entry-dialog.tsx'
import { EntryList } from './entry-list.tsx'
import { useLaws } from './queries.ts'
import './clock.css'

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

function ThreeDays({ clock: { announced, period, finalOn } }: { readonly clock: NoticeClock }): ReactElement {
  const { t } = useTranslation()
  const announcedOn = announced.kind === 'announced' ? announced.day : null
  return (
    <dl className="notice-clock__days">
      <BigDay title={t('noticeClock.announced')} day={announcedOn} instead={t(announced.kind === 'not-effected' ? 'noticeClock.notAnnounced' : 'noticeClock.unknown')} />
      <BigDay title={t(period?.isLong ? 'noticeClock.endOfYear' : 'noticeClock.end')} day={period?.day ?? null} instead={t('noticeClock.unknown')} />
      <BigDay title={t('noticeClock.final')} day={finalOn} instead={t('noticeClock.unknown')} />
    </dl>
  )
}

function BigDay({ title, day, instead }: { readonly title: string; readonly day: string | null; readonly instead: string }): ReactElement {
  const language = useLanguage()
  return (
    <div className="notice-clock__day">
      <dt>{title}</dt>
      <dd>{day ? <time dateTime={day}><strong>{formatPlainDay(day, language)}</strong> <span className="muted">{formatWeekday(day, language)}</span></time> : <span className="muted">{instead}</span>}</dd>
    </div>
  )
}

function Reasons({ clock: { steps } }: { readonly clock: NoticeClock }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const sentences = explained(steps, language === 'de' ? GERMAN_CLOCK : ENGLISH_CLOCK)
  if (sentences.length === 0) return <p className="muted">{t('noticeClock.notSent')}</p>
  return (
    <div>
      <h4 className="notice-clock__subtitle">{t('noticeClock.why')}</h4>
      <ol className="notice-clock__steps">{sentences.map((sentence, index) => <li key={index}>{sentence.replaceAll('§ ', '§\u{A0}')}</li>)}</ol>
    </div>
  )
}
