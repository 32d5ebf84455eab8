import type { ReactElement, Ref } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { TextArea, TextInput } from '../../../ui/text-input.tsx'
import type { BookingDraft } from './booking-draft.ts'

interface Props {
  readonly draft: BookingDraft
  readonly errors: { readonly name: string | undefined; readonly email: string | undefined }
  readonly nameRef: Ref<HTMLInputElement>
  readonly emailRef: Ref<HTMLInputElement>
  readonly onChange: (part: Partial<BookingDraft>) => void
}

const CHANNELS = ['telephone', 'counter'] as const

/** Who comes and how to reach them. */
export function PersonFields({ draft, errors, nameRef, emailRef, onChange }: Props): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      <TextInput label={t('booking.name')} value={draft.name} error={errors.name} isRequired maxLength={120} inputRef={nameRef} onChange={name => onChange({ name })} />
      <div className="booking__pair">
        <TextInput label={t('booking.phone')} value={draft.phone} maxLength={40} onChange={phone => onChange({ phone })} />
        <TextInput label={t('booking.email')} hint={t('booking.emailHint')} value={draft.email} error={errors.email} maxLength={254} inputRef={emailRef} onChange={email => onChange({ email })} />
      </div>
      <TextArea label={t('booking.note')} value={draft.note} rows={1} maxLength={1_000} onChange={note => onChange({ note })} />
      <RadioGroup className="segments" orientation="horizontal" value={draft.channel} onChange={chosen => onChange({ channel: CHANNELS.find(one => one === chosen) ?? 'telephone' })}>
        <Label className="field__label">{t('booking.channel')}</Label>
        <div className="segments__row">{CHANNELS.map(channel => <Radio key={channel} value={channel} className="segment">{t(`booking.channels.${channel}`)}</Radio>)}</div>
      </RadioGroup>
    </>
  )
}
