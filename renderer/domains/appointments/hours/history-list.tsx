import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace } from '../../../../shared/contract/appointments.ts'
import { endedBefore } from '../../../../shared/domains/appointments/changed-lines.ts'
import type { PastHoursChange } from '../../../../shared/domains/appointments/hours-history.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { formatDayAndTime, formatPlainDay } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { useHoursChanges } from '../queries.ts'
import { hoursWords } from './hours-words.ts'

/** Who changed which opening hours when, before and after in words: nothing is overwritten unseen. */
export function HistoryList({ here }: { readonly here: FurnishedPlace }): ReactElement {
  const { t } = useTranslation()
  const changes = useHoursChanges(here.place.id)
  if (!changes) return <p className="muted">{t('common.loading')}</p>
  if (changes.length === 0) return <div className="empty"><Icon name="clock" size={32} /><p>{t('hours.history.none')}</p></div>
  return (
    <DataTable caption={t('hours.history.title')} isCaptionUnseen className="hours__history" heads={[t('hours.history.when'), t('hours.history.who'), t('hours.history.what'), { title: t('hours.history.stranded'), isNumber: true }]}>
      {changes.map(change => <Change key={change.id} change={change} here={here} />)}
    </DataTable>
  )
}

function Change({ change: { changedAt, changedByName, before, after, stranded, follows }, here }: { readonly change: PastHoursChange; readonly here: FurnishedPlace }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = (content: typeof before): string => (content ? hoursWords(t, language, content, here.resources).sentence : '')
  // From a day on: what was before still holds until then, and is not struck out.
  const isLater = follows !== null && before !== null && after !== null
  const act = isLater ? 'changedFrom' : before === null ? 'added' : after === null ? 'removed' : 'changed'
  return (
    <tr>
      <td className="hours__once">{formatDayAndTime(changedAt, language)}</td>
      <td>{changedByName}</td>
      <td>
        <strong>{t(`hours.history.act.${act}`, { day: after ? formatPlainDay(after.fromDay, language) : '' })}</strong>
        {before && !isLater && <p className="hours__before"><span className="muted">{t('hours.history.before')} </span><del>{words(before)}</del></p>}
        {isLater && <p><span className="muted">{t('hours.history.until')} </span>{words(endedBefore(before, after))}</p>}
        {after && <p><span className="muted">{before ? `${t(isLater ? 'hours.history.following' : 'hours.history.after')} ` : ''}</span>{words(after)}</p>}
      </td>
      <td className="number">{stranded}</td>
    </tr>
  )
}
