import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { TextInput } from '../../../ui/text-input.tsx'
import type { WrongDay } from './entry-draft.ts'

interface Props {
  readonly label: string
  readonly value: string
  readonly wrong: WrongDay | undefined
  readonly onChange: (typed: string) => void
}

/** A day of the past, typed. */
export function DayField({ label, value, wrong, onChange }: Props): ReactElement {
  const { t } = useTranslation()
  return <TextInput label={label} value={value} maxLength={10} isRequired placeholder={t('noticeClock.dayHint')} error={wrong && t(wrong === 'ahead' ? 'noticeClock.dayAhead' : 'noticeClock.dayWrong')} onChange={onChange} />
}
