import type { ReactElement, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { Absence } from '../../../../shared/domains/messages/conversation-tables.ts'
import { formatPlainDay, parseDay } from '../../../ui/format.ts'
import { TextArea, TextInput } from '../../../ui/text-input.tsx'
import type { Language } from '../../../texts/languages.ts'

/** An absence as it is being typed. */
interface TypedAbsence {
  readonly from: string
  readonly until: string
  readonly de: string
  readonly en: string
}

export const typedAbsence = (absence: Absence | null, today: string, language: Language): TypedAbsence =>
  ({ from: formatPlainDay(absence?.fromDay ?? today, language), until: formatPlainDay(absence?.untilDay ?? today, language), de: absence?.text.de ?? '', en: absence?.text.en ?? '' })

/** Undefined where a day is none. */
export function readAbsence({ from, until, de, en }: TypedAbsence): Absence | undefined {
  const [fromDay, untilDay] = [parseDay(from), parseDay(until)]
  return fromDay && untilDay ? { fromDay, untilDay, text: { de, en } } : undefined
}

interface Props {
  readonly typed: TypedAbsence
  readonly onChange: (typed: TypedAbsence) => void
  /** The field for the first day. */
  readonly firstRef?: Ref<HTMLInputElement>
}

/** From when to when somebody is away, and what is said beside the sentence that tells until when. */
export function AbsenceFields({ typed, onChange, firstRef }: Props): ReactElement {
  const { t } = useTranslation()
  const wrong = (day: string): string | undefined => (parseDay(day) ? undefined : t('inbox.absenceDialog.wrongDay'))
  return (
    <>
      <TextInput label={t('inbox.absenceDialog.from')} value={typed.from} error={wrong(typed.from)} isRequired {...(firstRef ? { inputRef: firstRef } : {})} onChange={from => onChange({ ...typed, from })} />
      <TextInput label={t('inbox.absenceDialog.until')} value={typed.until} error={wrong(typed.until)} isRequired onChange={until => onChange({ ...typed, until })} />
      <TextArea label={t('inbox.absenceDialog.text')} value={typed.de} rows={2} maxLength={2_000} onChange={de => onChange({ ...typed, de })} />
      <TextArea label={t('inbox.absenceDialog.textEn')} value={typed.en} rows={2} maxLength={2_000} onChange={en => onChange({ ...typed, en })} />
    </>
  )
}
