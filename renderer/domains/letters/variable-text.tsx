import { useCallback, useEffect, useMemo, useRef, useState, type ReactElement } from 'react'
import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { useProblemAt } from '../../ui/editing/problem-words.ts'
import { TextArea, TextInput } from '../../ui/text-input.tsx'
import { placeholderWords } from './placeholder-words.ts'
import type { VariableGroup } from './variable-groups.ts'

interface Props {
  readonly label: string
  readonly path: string
  readonly value: string
  readonly groups: readonly VariableGroup[]
  readonly hint?: string
  readonly isLine?: boolean
  readonly rows?: number
  readonly onChange: (text: string) => void
}

type Field = HTMLInputElement | HTMLTextAreaElement

/** Text with placeholders in the words of a list; they are chosen there and put where the caret is. */
export function VariableText({ label, path, value, groups, hint, isLine = false, rows = 3, onChange }: Props): ReactElement {
  const field = useRef<Field>(null)
  const [caret, setCaret] = useState<{ readonly at: number }>()
  const error = useProblemAt(path)
  const words = useMemo(() => placeholderWords(groups), [groups])
  // While somebody types, their own words stay: other ones would move the caret. Undefined once they have left.
  const [typed, setTyped] = useState<string>()
  const shown = typed !== undefined && words.kept(typed) === value ? typed : words.shown(value)
  const change = (text: string): void => {
    setTyped(text)
    onChange(words.kept(text))
  }
  // Not sooner: the menu gives the focus back to its button first.
  useEffect(() => {
    if (!caret) return
    field.current?.focus()
    field.current?.setSelectionRange(caret.at, caret.at)
  }, [caret])
  /** Where nobody has been yet, a placeholder goes to the end. */
  const keep = useCallback((element: Field | null): void => {
    field.current = element
    element?.setSelectionRange(element.value.length, element.value.length)
  }, [])
  const insert = (name: string): void => {
    const from = field.current?.selectionStart ?? shown.length
    const to = field.current?.selectionEnd ?? from
    const variable = `{{${words.wordsFor(name)}}}`
    change(`${shown.slice(0, from)}${variable}${shown.slice(to)}`)
    setCaret({ at: from + variable.length })
  }
  return (
    <div className="variable-text" onBlur={() => setTyped(undefined)}>
      {isLine
        ? <TextInput inputRef={keep} label={label} hint={hint} error={error} value={shown} maxLength={1_000} onChange={change} />
        : <TextArea areaRef={keep} label={label} hint={hint} error={error} value={shown} rows={rows} maxLength={10_000} onChange={change} />}
      <VariableMenu label={label} groups={groups} onInsert={insert} />
    </div>
  )
}

function VariableMenu({ label, groups, onInsert }: { readonly label: string; readonly groups: readonly VariableGroup[]; readonly onInsert: (name: string) => void }): ReactElement {
  const { t } = useTranslation()
  return (
    <MenuTrigger>
      <Button kind="quiet" icon="plus" aria-label={t('letters.insertInto', { what: label })}>{t('letters.insert')}</Button>
      <Popover className="popover" placement="bottom start">
        <Menu className="menu variable-menu" onAction={name => onInsert(String(name))}>
          {groups.map(({ title, variables }) => (
            <MenuSection key={title}>
              <Header className="menu__head">{title}</Header>
              {variables.map(({ name, label: words }) => (
                <MenuItem key={name} id={name} textValue={words} className="menu__item">{words}</MenuItem>
              ))}
            </MenuSection>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
