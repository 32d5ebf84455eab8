import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoticeFact } from '../../../../shared/domains/notices/clock/facts.ts'
import type { NoticeId } from '../../../../shared/ids.ts'
import { Button } from '../../../ui/button.tsx'
import { formatDayAndTime, formatPlainDay } from '../../../ui/format.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { CorrectDialog } from './correct-dialog.tsx'

interface Props {
  readonly noticeId: NoticeId
  readonly facts: readonly NoticeFact[]
  readonly today: string
  readonly onCase: (id: string) => void
}

/** What became known about a notice, in the order of entry, each with who entered it and a way to put it right. */
export function EntryList({ noticeId, facts, today, onCase }: Props): ReactElement | null {
  const { t } = useTranslation()
  const [wrongId, setWrong] = useState<string>()
  const wrong = facts.find(({ id }) => id === wrongId)
  const corrected = new Set(facts.flatMap(fact => (fact.kind === 'corrected' ? [fact.of] : [])))
  if (facts.length === 0) return null
  return (
    <div>
      <h4 className="notice-clock__subtitle">{t('noticeClock.entries')}</h4>
      <ul className="notice-clock__entries">
        {facts.map(fact => <EntryLine key={fact.id} fact={fact} isCorrected={corrected.has(fact.id)} onCorrect={() => setWrong(fact.id)} onCase={onCase} />)}
      </ul>
      {wrong && <CorrectDialog noticeId={noticeId} entry={wrong} today={today} onClose={() => setWrong(undefined)} />}
    </div>
  )
}

interface LineProps {
  readonly fact: NoticeFact
  readonly isCorrected: boolean
  readonly onCorrect: () => void
  readonly onCase: (id: string) => void
}

function EntryLine({ fact, isCorrected, onCorrect, onCase }: LineProps): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { day, at, byName, byPersonId, note } = fact
  const what = fact.kind === 'settled' ? t(`noticeClock.outcomes.${fact.outcome}`) : t(`noticeClock.kinds.${fact.kind}`)
  const written = formatPlainDay(day, language)
  const caseId = fact.kind === 'objected' ? fact.caseId : null
  return (
    <li className="notice-clock__entry">
      <p><strong>{written}</strong> {what}{isCorrected && <span className="muted"> ({t('noticeClock.corrected')})</span>}</p>
      {note && <p>{note}</p>}
      <p className="muted">{byPersonId === null ? t('noticeClock.enteredBySystem', { at: formatDayAndTime(at, language) }) : t('noticeClock.enteredBy', { name: byName, at: formatDayAndTime(at, language) })}</p>
      <span className="row">
        {caseId && <Button kind="quiet" icon="eye" onPress={() => onCase(caseId)}>{t('noticeClock.openCase')}</Button>}
        {fact.kind !== 'corrected' && <Button kind="quiet" icon="undo" aria-label={t('noticeClock.correctEntry', { what, day: written })} onPress={onCorrect}>{t('noticeClock.correct')}</Button>}
      </span>
    </li>
  )
}
