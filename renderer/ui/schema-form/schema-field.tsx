import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Question } from '../../../shared/domains/applications/form-questions.ts'
import type { Bilingual } from '../../../shared/json.ts'
import { unreachable } from '../../../shared/result.ts'
import { useLanguage } from '../use-language.ts'
import { TextArea, TextInput } from '../text-input.tsx'
import { Confirmation, Few, Many } from './choices.tsx'
import { fieldKindOf, type FieldKind } from './field-kind.ts'

export interface FieldProps {
  readonly question: Question
  readonly label: string
  readonly help: string | undefined
  readonly choices: Readonly<Record<string, Bilingual>>
  readonly value: string
  readonly problem: string | undefined
  readonly isReadOnly: boolean
  readonly onChange: (text: string) => void
}

/** Two of these stand side by side where there is room. */
const NARROW: ReadonlySet<FieldKind> = new Set(['line', 'date', 'many'])
const LONGEST_NARROW = 100

/** One question, asked as its rule wants it. */
export function SchemaField(props: FieldProps): ReactElement {
  const { question } = props
  const isNarrow = NARROW.has(fieldKindOf(question)) && (question.property.maxLength ?? 0) <= LONGEST_NARROW
  return (
    <div data-field={question.key} className={isNarrow ? 'schema-field' : 'schema-field schema-field--wide'}>
      <Control {...props} />
    </div>
  )
}

function Control(props: FieldProps): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { question, help, choices, value, problem, isReadOnly, onChange } = props
  const { property, isRequired } = question
  const label = isRequired ? props.label : t('capture.optional', { label: props.label })
  const common = { label, hint: help, error: problem, value, isRequired, isReadOnly, onChange }
  const limit = property.maxLength === undefined ? {} : { maxLength: property.maxLength }
  const items = (property.enum ?? []).map(choice => ({ id: String(choice), name: choices[String(choice)]?.[language] ?? String(choice) }))
  const kind = fieldKindOf(question)
  switch (kind) {
    case 'confirmation':
      return <Confirmation {...common} />
    case 'yes-no':
      return <Few {...common} items={[{ id: 'true', name: t('common.yes') }, { id: 'false', name: t('common.no') }]} />
    case 'few':
      return <Few {...common} items={items} />
    case 'many':
      return <Many {...common} items={items} />
    case 'long':
      return <TextArea {...common} {...limit} />
    case 'date':
      return <TextInput {...common} maxLength={10} placeholder={t('list.filter.dateHint')} />
    case 'line':
      return <TextInput {...common} {...limit} />
    default:
      return unreachable(kind)
  }
}
