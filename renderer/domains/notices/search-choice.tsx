import { useState, type ReactElement } from 'react'
import { Autocomplete, Input, Label, ListBox, ListBoxItem, SearchField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useFirstFocus } from '../../ui/use-first-focus.ts'

/** Something that was found: what it is, and what tells it from others. */
interface Found {
  readonly id: string
  readonly title: string
  readonly detail: string
}

interface SearchProps {
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

interface Props extends SearchProps {
  /** What is chosen, in words; null while nothing is. */
  readonly chosen: string | null
  /** The way to another one, on its button. */
  readonly other: string
  readonly onOther: () => void
}

/** One of many, found by words: typing searches, arrows and Enter choose. What takes the place of the search has the focus, and the other way round. */
export function SearchChoice({ chosen, other, onOther, onChoose, ...search }: Props): ReactElement {
  const [hasChanged, setChanged] = useState(false)
  const changing = <Given extends readonly unknown[]>(then: (...given: Given) => void) => (...given: Given): void => {
    setChanged(true)
    then(...given)
  }
  if (chosen !== null) return <Chosen words={chosen} other={other} hasFocus={hasChanged} onOther={changing(onOther)} />
  return <Search {...search} hasFocus={hasChanged} onChoose={changing(onChoose)} />
}

function Search({ label, hint, text, found, empty, error, hasFocus, onText, onChoose }: SearchProps & { readonly hasFocus: boolean }): ReactElement {
  const input = useFirstFocus<HTMLInputElement>(hasFocus)
  return (
    <Autocomplete inputValue={text} onInputChange={onText}>
      <SearchField className="field">
        <Label className="field__label">{label}</Label>
        <Input ref={input} className="input" autoComplete="off" placeholder={hint} />
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
function Chosen({ words, other, hasFocus, onOther }: { readonly words: string; readonly other: string; readonly hasFocus: boolean; readonly onOther: () => void }): ReactElement {
  const button = useFirstFocus<HTMLButtonElement>(hasFocus)
  return <p className="row"><Icon name="check" size={16} /><span>{words}</span><Button ref={button} kind="quiet" icon="cross" aria-label={`${other}: ${words}`} onPress={onOther}>{other}</Button></p>
}

/** Said in place of results. */
export function useEmptyWords({ isSearching, isTooShort }: { readonly isSearching: boolean; readonly isTooShort: boolean }): string {
  const { t } = useTranslation()
  return t(isTooShort ? 'noticeClock.typeMore' : isSearching ? 'noticeClock.searching' : 'noticeClock.noHit')
}
