import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Words } from '../../../../shared/domains/applications/service-draft.ts'
import { useProblemAt } from '../../../ui/editing/problem-words.ts'
import { centsOf, writtenCents } from '../../../ui/money.ts'
import { TextArea, TextInput } from '../../../ui/text-input.tsx'
import { useLanguage } from '../../../ui/use-language.ts'

interface WordsProps {
  readonly label: string
  readonly path: string
  readonly value: Words
  readonly hint?: string
  readonly isLong?: boolean
  readonly maxLength?: number
  readonly onChange: (words: Words) => void
}

/** A text in both languages, side by side. */
export function WordsInput({ label, path, value, hint, isLong = false, maxLength, onChange }: WordsProps): ReactElement {
  const { t } = useTranslation()
  const problems = { de: useProblemAt(`${path}.de`), en: useProblemAt(`${path}.en`) }
  const Control = isLong ? TextArea : TextInput
  return (
    <div className="pair">
      {(['de', 'en'] as const).map(language => (
        <Control
          key={language}
          label={t('services.inLanguage', { label, language: t(`services.languages.${language}`) })}
          hint={language === 'de' ? hint : undefined}
          error={problems[language]}
          value={value[language]}
          {...(maxLength === undefined ? {} : { maxLength })}
          onChange={text => onChange({ ...value, [language]: text })}
        />
      ))}
    </div>
  )
}

interface NumberProps {
  readonly label: string
  readonly path: string
  readonly value: number | null
  readonly hint?: string
  readonly onChange: (value: number | null) => void
}

/** A whole number; an empty field is null. */
export const NumberInput = (props: NumberProps): ReactElement => (
  <ParsedInput {...props} write={String} read={text => (/^-?\d{1,9}$/.test(text) ? Number(text) : undefined)} />
)

/** An amount in euros, kept in cents. */
export function EurosInput(props: NumberProps): ReactElement {
  const language = useLanguage()
  return <ParsedInput {...props} write={cents => writtenCents(cents, language)} read={text => centsOf(text, language) ?? undefined} />
}

interface ParsedProps extends NumberProps {
  readonly write: (value: number) => string
  /** Undefined for what is no number. */
  readonly read: (text: string) => number | undefined
}

function ParsedInput({ label, path, value, hint, onChange, write, read }: ParsedProps): ReactElement {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string>()
  const problem = useProblemAt(path)
  const text = typed !== undefined && (read(typed.trim()) ?? null) === value ? typed : value === null ? (typed ?? '') : write(value)
  const isNumber = text.trim() === '' || read(text.trim()) !== undefined
  return (
    <TextInput
      label={label}
      hint={hint}
      error={isNumber ? problem : t('services.noNumber')}
      value={text}
      maxLength={12}
      onChange={next => {
        setTyped(next)
        onChange(read(next.trim()) ?? null)
      }}
    />
  )
}
