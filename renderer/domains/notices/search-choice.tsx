import type { ReactElement } from 'react'
import { Autocomplete, Input, Label, ListBox, ListBoxItem, SearchField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'

/** Something that was found: what it is, and what tells it from others. */
interface Found {
  readonly id: string
  readonly title: string
  readonly detail: string
}

interface Props {
  readonly label: string
  readonly hint: string
  readonly text: string
  readonly found: readonly Found[]
  /** Why nothing is there, where nothing is. */
  readonly empty: string
  readonly error?: string | undefined
  readonly onText: (text: string) => void
  readonly onChoose: (id: string) => void
}

/** One of many, found by words: typing searches, arrows and Enter choose. */
export function SearchChoice({ label, hint, text, found, empty, error, onText, onChoose }: Props): ReactElement {
  return (
    <Autocomplete inputValue={text} onInputChange={onText}>
      <SearchField className="field">
        <Label className="field__label">{label}</Label>
        <Input className="input" autoComplete="off" placeholder={hint} />
      </SearchField>
      {error && <p className="field__error" role="alert">{error}</p>}
      {text !== '' && (
        <ListBox className="choices" aria-label={label} items={found} onAction={key => onChoose(String(key))} renderEmptyState={() => <p className="choices__empty">{empty}</p>}>
          {({ id, title, detail }) => <ListBoxItem id={id} className="choice" textValue={`${title} ${detail}`}><span>{title}</span><span className="muted">{detail}</span></ListBoxItem>}
        </ListBox>
      )}
    </Autocomplete>
  )
}

/** What was chosen, with the way to another one. */
export function Chosen({ words, other, onOther }: { readonly words: string; readonly other: string; readonly onOther: () => void }): ReactElement {
  return <p className="row"><Icon name="check" size={16} /><span>{words}</span><Button kind="quiet" icon="cross" onPress={onOther}>{other}</Button></p>
}

/** Said in place of results. */
export function useEmptyWords({ isSearching, isTooShort }: { readonly isSearching: boolean; readonly isTooShort: boolean }): string {
  const { t } = useTranslation()
  return t(isTooShort ? 'noticeClock.typeMore' : isSearching ? 'noticeClock.searching' : 'noticeClock.noHit')
}
