import type { ReactElement, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { DEBTOR_ROLES } from '../../../../shared/domains/notices/content.ts'
import { formatEuros } from '../../../ui/money.ts'
import { Select } from '../../../ui/select.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import type { MendDraft } from './mend-draft.ts'
import { ItemFields, ParcelFields } from './mend-lists.tsx'

interface FieldsProps {
  /** What is wrong with the field of that path. */
  readonly errorOf: (path: string) => string | undefined
  readonly firstRef: RefObject<HTMLInputElement | null>
}

interface RecipientProps extends FieldsProps {
  readonly recipient: MendDraft['recipient']
  readonly onChange: (recipient: MendDraft['recipient']) => void
}

/** As long as a line of the letter, and what is short. */
const LINES = ['addition', 'street'] as const
const PARTS = ['houseNumber', 'postalCode', 'place', 'country'] as const

/** To whom a notice goes, field by field. */
export function RecipientFields({ recipient, errorOf, firstRef, onChange }: RecipientProps): ReactElement {
  const { t } = useTranslation()
  const of = (field: keyof MendDraft['recipient']) => ({
    label: t(`notices.fields.${field}`), value: recipient[field], maxLength: 80, error: errorOf(`recipient.${field}`), onChange: (text: string) => onChange({ ...recipient, [field]: text }),
  })
  return (
    <>
      <TextInput {...of('name')} isRequired inputRef={firstRef} />
      {LINES.map(field => <TextInput key={field} {...of(field)} />)}
      <div className="notice-fields">{PARTS.map(field => <TextInput key={field} {...of(field)} />)}</div>
    </>
  )
}

interface NoticeProps extends FieldsProps {
  readonly draft: MendDraft
  /** What its amounts come to; undefined while one of them is not right. */
  readonly total: number | undefined
  readonly onChange: (part: Partial<MendDraft>) => void
}

/** Everything one notice says, field by field. */
export function NoticeFields({ draft, total, errorOf, firstRef, onChange }: NoticeProps): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <>
      <RecipientFields recipient={draft.recipient} errorOf={errorOf} firstRef={firstRef} onChange={recipient => onChange({ recipient })} />
      <div className="notice-fields">
        <TextInput label={t('notices.fields.salutation')} value={draft.salutation} maxLength={120} error={errorOf('salutation')} onChange={salutation => onChange({ salutation })} />
        <TextInput label={t('notices.fields.email')} value={draft.email} maxLength={254} error={errorOf('email')} onChange={email => onChange({ email })} />
        <TextInput label={t('notices.fields.reference')} value={draft.reference} maxLength={35} isRequired error={errorOf('reference')} onChange={reference => onChange({ reference })} />
        <TextInput label={t('notices.fields.dueDay')} value={draft.dueDay} maxLength={10} isRequired error={errorOf('dueDay')} onChange={dueDay => onChange({ dueDay })} />
        <TextInput label={t('notices.fields.periodFrom')} value={draft.periodFrom} maxLength={10} isRequired error={errorOf('period.from')} onChange={periodFrom => onChange({ periodFrom })} />
        <TextInput label={t('notices.fields.periodTo')} value={draft.periodTo} maxLength={10} isRequired error={errorOf('period.to')} onChange={periodTo => onChange({ periodTo })} />
      </div>
      <Select label={t('notices.fields.debtorRole')} value={draft.debtorRole} items={DEBTOR_ROLES.map(id => ({ id, name: t(`notices.roles.${id}`) }))} onChange={id => onChange({ debtorRole: DEBTOR_ROLES.find(role => role === id) ?? draft.debtorRole })} />
      <ItemFields items={draft.items} errorOf={errorOf} onChange={items => onChange({ items })} />
      <p>{t('notices.fields.total')}: <b>{total === undefined ? '–' : formatEuros(total, language)}</b></p>
      <ParcelFields parcels={draft.parcels} errorOf={errorOf} onChange={parcels => onChange({ parcels })} />
    </>
  )
}
