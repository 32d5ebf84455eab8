import { useState, type ReactElement } from 'react'
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ShownAppointment } from '../../../../shared/contract/appointments.ts'
import { formatDayAndTime } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { useFound } from '../queries.ts'
import type { Words } from './words.ts'

interface Props {
  readonly words: Words
  readonly onFound: (appointment: ShownAppointment) => void
}

/** Finds an appointment by name, address or number, past ones too. */
export function SearchField({ words, onFound }: Props): ReactElement {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const found = useFound(text) ?? []
  const choose = (id: string): void => {
    const appointment = found.find(one => one.id === id)
    if (!appointment) return
    setText('')
    onFound(appointment)
  }
  return (
    <ComboBox
      className="field cal-search" inputValue={text} onInputChange={setText} items={found} selectedKey={null} menuTrigger="input" allowsEmptyCollection
      defaultFilter={() => true} onSelectionChange={key => key !== null && choose(String(key))}
    >
      <Label className="field__label">{t('calendar.find')}</Label>
      <div className="cal-search__field"><Icon name="search" size={16} /><Input className="input" autoComplete="off" placeholder={t('calendar.findHint')} /></div>
      <Popover className="popover cal-search__list">
        <ListBox className="choices" renderEmptyState={() => <p className="choices__empty">{t(text.trim().length < 2 ? 'calendar.findMore' : 'calendar.findNothing')}</p>}>
          {(appointment: ShownAppointment) => <ListBoxItem id={appointment.id} textValue={appointment.name} className="choice"><Hit appointment={appointment} words={words} /></ListBoxItem>}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

function Hit({ appointment, words }: { readonly appointment: ShownAppointment; readonly words: Words }): ReactElement {
  const language = useLanguage()
  return (
    <span className="cal-search__hit">
      <strong>{words.nameOf(appointment)}</strong>
      <span className="muted">{formatDayAndTime(appointment.startsAt, language)} · {words.statusOf(appointment)}</span>
    </span>
  )
}
