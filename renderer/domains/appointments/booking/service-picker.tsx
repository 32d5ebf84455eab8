import { useState, type KeyboardEvent, type ReactElement } from 'react'
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Tag, TagGroup, TagList, Text } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { AppointmentService } from '../../../../shared/domains/appointments/tables.ts'
import type { AppointmentServiceId } from '../../../../shared/ids.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { servicesWith } from './service-words.ts'

interface Props {
  readonly services: readonly AppointmentService[]
  readonly chosen: readonly AppointmentServiceId[]
  readonly error: string | undefined
  readonly onChange: (chosen: readonly AppointmentServiceId[]) => void
}

/** What somebody comes for, one thing or several: the first letters and Enter take the first that fits. */
export function ServicePicker(props: Props): ReactElement {
  const { t } = useTranslation()
  const { services, chosen, onChange } = props
  const titles = chosen.flatMap(id => services.filter(service => service.id === id).map(({ title }) => ({ id, title })))
  return (
    <div className="service-picker">
      {titles.length > 0 && (
        <TagGroup aria-label={t('booking.chosen')} onRemove={keys => onChange(chosen.filter(id => !keys.has(id)))}>
          <TagList items={titles} className="service-picker__chosen">
            {({ id, title }) => (
              <Tag id={id} textValue={title} className="service-tag">
                <span>{title}</span>
                <Button slot="remove" className="service-tag__remove" aria-label={t('booking.removeService', { title })}><Icon name="cross" size={14} /></Button>
              </Tag>
            )}
          </TagList>
        </TagGroup>
      )}
      <ServiceBox {...props} />
    </div>
  )
}

function ServiceBox({ services, chosen, error, onChange }: Props): ReactElement {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const input = useFirstFocus<HTMLInputElement>()
  const offered = servicesWith(services.filter(({ id, active }) => active && !chosen.includes(id)), typed)
  const add = (id: AppointmentServiceId | undefined): void => {
    if (id) onChange([...chosen, id])
    if (id) setTyped('')
  }
  const take = (event: KeyboardEvent<HTMLInputElement>): void => {
    const last = chosen.at(-1)
    if (event.key === 'Backspace' && typed === '' && last) onChange(chosen.slice(0, -1))
    // With the arrow keys in the list, Enter means the line they stand on.
    if (event.key !== 'Enter' || event.ctrlKey || typed.trim() === '' || event.currentTarget.hasAttribute('aria-activedescendant')) return
    event.preventDefault()
    add(offered[0]?.id)
  }
  return (
    <ComboBox
      className="field" items={offered} inputValue={typed} onInputChange={setTyped} value={null} allowsEmptyCollection isInvalid={error !== undefined} isRequired validationBehavior="aria"
      onChange={key => add(services.find(({ id }) => id === key)?.id)}
    >
      <Label className="field__label">{t(chosen.length === 0 ? 'booking.service' : 'booking.furtherService')}</Label>
      <div className="combo-box">
        <Input ref={input} className="input" autoComplete="off" maxLength={120} placeholder={t('booking.servicePlaceholder')} onKeyDown={take} />
        <Button className="combo-box__open" aria-label={t('booking.showServices')}><Icon name="down" size={16} /></Button>
      </div>
      {error && <Text slot="errorMessage" className="field__hint field__hint--error">{error}</Text>}
      <Popover className="popover combo-box__list">
        <ListBox className="choices" renderEmptyState={() => <p className="choices__empty">{t('booking.noService')}</p>}>
          {({ id, title, minutes }: AppointmentService) => (
            <ListBoxItem id={id} textValue={title} className="choice">
              <span>{title}</span>
              <span className="combo-box__note">{t('booking.minutes', { count: minutes })}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
