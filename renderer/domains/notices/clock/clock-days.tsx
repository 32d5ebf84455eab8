import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoticeClock } from '../../../../shared/domains/notices/clock/clock.ts'
import { ENGLISH_CLOCK } from '../../../../shared/domains/notices/clock/phrases-en.ts'
import { GERMAN_CLOCK } from '../../../../shared/domains/notices/clock/phrases-de.ts'
import { explained } from '../../../../shared/domains/notices/clock/phrases.ts'
import { formatPlainDay, formatWeekday } from '../../../ui/format.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import './clock.css'

/** When it counts as announced, until when one can object, from when on it is final. */
export function ThreeDays({ clock: { announced, period, finalOn } }: { readonly clock: NoticeClock }): ReactElement {
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

/** Why these are the days, in sentences. */
export function Reasons({ clock: { steps } }: { readonly clock: NoticeClock }): ReactElement {
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
