import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace } from '../../../../shared/contract/appointments.ts'
import { endedBefore } from '../../../../shared/domains/appointments/changed-lines.ts'
import { germanDayAt } from '../../../../shared/german-days.ts'
import type { HoursContent } from '../../../../shared/domains/appointments/hours-history.ts'
import type { OpeningHoursId } from '../../../../shared/ids.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { formatWeekday } from '../../../ui/format.ts'
import { Few } from '../../../ui/schema-form/choices.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { CounterFields } from './counter-fields.tsx'
import type { FieldsProps } from './fields-props.ts'
import type { HoursDraft, HoursField, ReadHours } from './hours-draft.ts'
import { hoursWords } from './hours-words.ts'
import { lineOf } from './line-of.ts'
import { Proceed, type Proceeding } from './proceed.tsx'
import { nextDays } from './week-days.ts'
import { WhenFields } from './when-fields.tsx'

interface Props extends Proceeding {
  readonly here: FurnishedPlace
  readonly draft: HoursDraft
  readonly read: ReadHours
  readonly lineId: OpeningHoursId
  /** The line as it stands; undefined for a new one. */
  readonly before: HoursContent | undefined
  readonly onChange: (draft: HoursDraft) => void
}

const KINDS = ['open', 'break', 'closed'] as const

/** One line of the opening hours; what is wrong is said beside its field once somebody wanted to go on. */
export function LineForm({ here, draft, read, lineId, before, onChange, ...proceeding }: Props): ReactElement {
  const { t } = useTranslation()
  const [isJudged, setJudged] = useState(false)
  const wrong = (field: HoursField): string | undefined => {
    const problem = read.problems[field]
    return isJudged && problem ? t(`hours.wrong.${problem}`) : undefined
  }
  const change = (part: Partial<HoursDraft>): void => onChange({ ...draft, ...part })
  // Nobody is there around the clock: hours that are open begin and end.
  const changeKind = (kind: HoursDraft['kind']): void => change({ kind, ...(kind === 'open' ? { isWholeDay: false } : {}) })
  const judge = (): boolean => {
    setJudged(true)
    return Object.keys(read.problems).length === 0
  }
  const fields: FieldsProps = { draft, wrong, onChange: change }
  return (
    <form noValidate className="stack" onSubmit={event => event.preventDefault()}>
      {before && <Since draft={draft} onChange={change} />}
      <Few
        label={t('hours.field.kind')} hint={t(`hours.kindHint.${draft.kind}`)} error={undefined} value={draft.kind} isRequired={false} isReadOnly={false}
        items={KINDS.map(id => ({ id, name: t(`hours.kind.${id}`) }))} onChange={id => changeKind(KINDS.find(kind => kind === id) ?? 'open')}
      />
      <TextInput label={t('hours.field.title')} hint={t('hours.field.titleHint')} value={draft.title} maxLength={120} onChange={title => change({ title })} />
      <WhenFields {...fields} />
      <CounterFields {...fields} resources={here.resources} />
      <div className="hours__foot">
        <Preview here={here} read={read} lineId={lineId} before={draft.isLater ? before : undefined} />
        <Proceed {...proceeding} act={t('hours.edit.save')} judge={judge} />
      </div>
    </form>
  )
}

const SINCE = ['whole', 'later'] as const

/** Whether a change is one of the whole line, or holds from a day on. */
function Since({ draft, onChange }: Pick<FieldsProps, 'draft' | 'onChange'>): ReactElement {
  const { t } = useTranslation()
  const value = draft.isLater ? 'later' : 'whole'
  return (
    <Few
      label={t('hours.field.since')} hint={t(`hours.sinceHint.${value}`)} error={undefined} value={value} isRequired={false} isReadOnly={false}
      items={SINCE.map(id => ({ id, name: t(`hours.since.${id}`) }))} onChange={id => onChange({ isLater: id === 'later' })}
    />
  )
}

const SHOWN_DAYS = 3

interface PreviewProps extends Pick<Props, 'here' | 'read' | 'lineId'> {
  /** What stays until the day before; undefined where nothing does. */
  readonly before: HoursContent | undefined
}

/** The line in words, and the next days on which it holds. */
function Preview({ here, read: { content, problems }, lineId, before }: PreviewProps): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const today = germanDayAt(useNow())
  const isSound = content && Object.keys(problems).length === 0
  const days = isSound ? nextDays(lineOf(here, lineId, content), today, SHOWN_DAYS) : []
  return (
    <section className="hours__preview" aria-label={t('hours.preview.title')}>
      {isSound && before && <p className="muted">{t('hours.preview.until', { line: hoursWords(t, language, endedBefore(before, content), here.resources).sentence })}</p>}
      <p className="hours__sentence">{isSound ? hoursWords(t, language, content, here.resources).sentence : t('hours.preview.unreadable')}</p>
      {isSound && <p className="muted">{days.length > 0 ? t('hours.preview.next', { days: days.map(day => formatWeekday(day, language)).join(' · ') }) : t('hours.preview.never')}</p>}
    </section>
  )
}
