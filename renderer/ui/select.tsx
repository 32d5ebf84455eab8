import type { ReactElement } from 'react'
import { Button, Label, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue, Text } from 'react-aria-components'
import { Icon } from './icon.tsx'
import { useFirstFocus } from './use-first-focus.ts'

export interface SelectItem {
  readonly id: string
  readonly name: string
  /** Said beside the name. */
  readonly note?: string | undefined
}

interface Props {
  readonly label: string
  readonly items: readonly SelectItem[]
  /** Null: nothing is chosen yet. */
  readonly value: string | null
  readonly placeholder?: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly isRequired?: boolean
  /** Has the focus as soon as it is shown. */
  readonly hasFocus?: boolean
  readonly onChange: (id: string) => void
}

/** One of several, by arrow keys or by typing its first letters. */
export function Select({ label, items, value, placeholder, hint, error, isRequired = false, hasFocus = false, onChange }: Props): ReactElement {
  const button = useFirstFocus<HTMLButtonElement>(hasFocus)
  return (
    <AriaSelect className="field" value={value} isRequired={isRequired} validationBehavior="aria" isInvalid={error !== undefined} placeholder={placeholder ?? ''} onChange={key => key !== null && onChange(String(key))}>
      <Label className="field__label">{label}</Label>
      <Button ref={button} className="input select">
        <SelectValue className="select__value" />
        <Icon name="down" size={16} />
      </Button>
      {hint && !error && <Text slot="description" className="field__hint">{hint}</Text>}
      {error && <Text slot="errorMessage" className="field__hint field__hint--error">{error}</Text>}
      <Popover className="popover select__list">
        <ListBox className="choices" items={items}>
          {({ id, name, note }) => (
            <ListBoxItem id={id} textValue={name} className="choice">
              <span>{name}</span>
              {note && <span className="muted">{note}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
