import type { TFunction } from 'i18next'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Disease } from '../../../../shared/domains/vaccinations/disease.ts'
import { GERMAN } from '../../../../shared/domains/vaccinations/phrases-de.ts'
import { ENGLISH } from '../../../../shared/domains/vaccinations/phrases-en.ts'
import type { VaccinationRules } from '../../../../shared/domains/vaccinations/tables.ts'
import { germanDayAt } from '../../../../shared/german-days.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { IconButton } from '../../../ui/button.tsx'
import { formatPlainDay, parseDay } from '../../../ui/format.ts'
import { Select } from '../../../ui/select.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { parseBirthDay, parseDoseDay } from '../station/birth-day.ts'
import { OpenerButton } from '../opener-button.tsx'
import { FreshInput } from './fresh-input.tsx'
import { daysIn, triedSentences, type TriedLine, type TryWords } from './try-doses.ts'
import { useLineFocus } from './use-line-focus.ts'

interface Props {
  readonly scope: string
  readonly rules: readonly VaccinationRules[]
  /** The one that is asked about. */
  readonly disease: Disease
  /** What is being written cannot be read yet: the rules as they stand are tried. */
  readonly isUnread?: boolean
  /** From when on what is being written holds; tried for that day unless somebody says another. */
  readonly from?: string | undefined
}

/** Tries the rules on somebody: a day of birth and earlier doses, and what follows from them in sentences. Nothing of it is kept. */
export function TryPart({ scope, rules, disease, isUnread = false, from }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const today = germanDayAt(useNow())
  const [birth, setBirth] = useState('')
  const [on, setOn] = useState('')
  const [lines, setLines] = useState<readonly TriedLine[]>([{ code: disease.code, days: '' }])
  const birthDay = parseBirthDay(birth, today, null)
  const usual = from && from > today ? from : today
  const onDay = on.trim() === '' ? usual : parseDay(on)
  const known = [...new Map([disease, ...rules.filter(row => row.scope === scope).flatMap(({ schedules }) => schedules.map(one => one.disease))].map(one => [one.code, one])).values()]
  const read = lines.map(({ code, days }) => ({ code, ...daysIn(days, text => parseDoseDay(text, onDay ?? today)) }))
  const sentences = birthDay && onDay ? triedSentences({ birthDay, on: onDay, doses: read.flatMap(({ code, days }) => days.map(day => ({ code, day }))), rules, scope, diseases: known.filter(({ code }) => lines.some(line => line.code === code)) }, language === 'de' ? GERMAN : ENGLISH, wordsIn(t)) : []
  const focus = useLineFocus()
  const add = (): void => {
    setLines([...lines, { code: known.find(({ code }) => !lines.some(line => line.code === code))?.code ?? disease.code, days: '' }])
    focus.added(lines.length)
  }
  const remove = (index: number): void => {
    setLines(lines.filter((_, place) => place !== index))
    focus.removed()
  }
  const set = (index: number, part: Partial<TriedLine>): void => setLines(lines.map((line, place) => (place === index ? { ...line, ...part } : line)))
  return (
    <section className="planning__try" aria-label={t('planning.try.title')}>
      <h3 className="panel__title">{t('planning.try.title')}</h3>
      <p className="muted">{t('planning.try.intro')}</p>
      <div className="planning__pair">
        <TextInput label={t('planning.try.birthDay')} value={birth} placeholder={t('list.filter.dateHint')} maxLength={10} error={birth.trim() !== '' && !birthDay ? t('planning.problem.no-day') : undefined} onChange={setBirth} />
        <TextInput label={t('planning.try.on')} value={on} placeholder={formatPlainDay(usual, language)} maxLength={10} error={onDay ? undefined : t('planning.problem.no-day')} onChange={setOn} />
      </div>
      {lines.map((line, index) => (
        <div key={index} className="planning__line">
          <Select label={t('planning.try.disease')} items={known.map(({ code, name }) => ({ id: code, name }))} value={line.code} onChange={code => set(index, { code })} />
          <FreshInput hasFocus={focus.isFresh(index)} label={t('planning.try.days')} value={line.days} placeholder="1.9.2025, 3.10.2025" maxLength={300} error={read[index]?.unread.length ? t('planning.try.unread', { what: read[index].unread.join(', ') }) : undefined} onChange={days => set(index, { days })} />
          {lines.length > 1 && <IconButton icon="trash" label={t('common.remove', { what: t('planning.try.line', { number: index + 1 }) })} onPress={() => remove(index)} />}
        </div>
      ))}
      <div><OpenerButton key={focus.removals} hasFocus={focus.removals > 0} icon="plus" kind="quiet" isDisabled={lines.length >= 6} onPress={add}>{t('planning.try.addLine')}</OpenerButton></div>
      {isUnread && <p className="callout">{t('planning.try.isUnread')}</p>}
      <output>{sentences.length > 0 ? <ul className="planning__sentences">{sentences.map((sentence, index) => <li key={index}>{sentence}</li>)}</ul> : <p className="muted">{t('planning.try.waiting')}</p>}</output>
    </section>
  )
}

const wordsIn = (t: TFunction): TryWords => ({
  counts: (day, number) => t('planning.try.counts', { day, number }), nothingDue: disease => t('planning.try.nothingDue', { disease }), noSchedule: disease => t('planning.try.noSchedule', { disease }),
})
