import { useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownNotice } from '../../../../shared/contract/notices.ts'
import { DEBTOR_ROLES } from '../../../../shared/domains/notices/content.ts'
import { Button } from '../../../ui/button.tsx'
import { formatEuros } from '../../../ui/money.ts'
import { Select } from '../../../ui/select.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { useNoticeCommand } from '../mutations.ts'
import { ItemFields, ParcelFields } from './mend-lists.tsx'
import { mendDraftOf, writtenNotice, type MendDraft } from './mend-draft.ts'

interface Props {
  readonly notice: ShownNotice
  readonly onDone: () => void
}

const ADDRESS = ['addition', 'street', 'houseNumber', 'postalCode', 'place', 'country'] as const

/** What one notice says, to be set right where it stands. Enter saves. */
export function MendForm({ notice, onDone }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const first = useFirstFocus<HTMLInputElement>()
  const mend = useNoticeCommand('mend')
  const [draft, setDraft] = useState(() => mendDraftOf(notice.content, language))
  const [isSent, setSent] = useState(false)
  const { content, wrong } = writtenNotice(draft, language)
  const change = (part: Partial<MendDraft>): void => setDraft(before => ({ ...before, ...part }))
  const errorOf = (path: string): string | undefined => (isSent && wrong.has(path) ? t('notices.mend.wrong') : undefined)
  const recipient = (field: keyof MendDraft['recipient']) => ({
    label: t(`notices.fields.${field}`), value: draft.recipient[field], maxLength: 80, error: errorOf(`recipient.${field}`), onChange: (text: string) => change({ recipient: { ...draft.recipient, [field]: text } }),
  })
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setSent(true)
    if (content && !mend.isRunning && (await mend.run({ noticeId: notice.id, content }))) onDone()
  }
  return (
    <form noValidate className="stack" aria-label={t('notices.one.mend')} onSubmit={event => void save(event)}>
      <TextInput {...recipient('name')} isRequired inputRef={first} />
      <div className="notice-fields">{ADDRESS.map(field => <TextInput key={field} {...recipient(field)} />)}</div>
      <div className="notice-fields">
        <TextInput label={t('notices.fields.salutation')} value={draft.salutation} maxLength={120} error={errorOf('salutation')} onChange={salutation => change({ salutation })} />
        <TextInput label={t('notices.fields.email')} value={draft.email} maxLength={254} error={errorOf('email')} onChange={email => change({ email })} />
        <TextInput label={t('notices.fields.reference')} value={draft.reference} maxLength={35} isRequired error={errorOf('reference')} onChange={reference => change({ reference })} />
        <TextInput label={t('notices.fields.dueDay')} value={draft.dueDay} maxLength={10} isRequired error={errorOf('dueDay')} onChange={dueDay => change({ dueDay })} />
        <TextInput label={t('notices.fields.periodFrom')} value={draft.periodFrom} maxLength={10} isRequired error={errorOf('period.from')} onChange={periodFrom => change({ periodFrom })} />
        <TextInput label={t('notices.fields.periodTo')} value={draft.periodTo} maxLength={10} isRequired error={errorOf('period.to')} onChange={periodTo => change({ periodTo })} />
      </div>
      <Select label={t('notices.fields.debtorRole')} value={draft.debtorRole} items={DEBTOR_ROLES.map(id => ({ id, name: t(`notices.roles.${id}`) }))} onChange={id => change({ debtorRole: DEBTOR_ROLES.find(role => role === id) ?? draft.debtorRole })} />
      <ItemFields items={draft.items} errorOf={errorOf} onChange={items => change({ items })} />
      <p>{t('notices.fields.total')}: <b>{content ? formatEuros(content.totalCents, language) : '–'}</b></p>
      <ParcelFields parcels={draft.parcels} errorOf={errorOf} onChange={parcels => change({ parcels })} />
      {isSent && wrong.size > 0 && <p className="late" role="alert">{t('notices.mend.notYet', { count: wrong.size })}</p>}
      <div className="row row--end">
        <Button onPress={onDone}>{t('common.cancel')}</Button>
        <Button kind="primary" type="submit" isDisabled={mend.isRunning}>{t('notices.mend.save')}</Button>
      </div>
    </form>
  )
}
