import { useState, type FormEvent, type KeyboardEvent, type ReactElement } from 'react'
import { Button as AriaButton, ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Tag, TagGroup, TagList, Text } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { withTags } from '../../../../shared/domains/applications/tags.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { ManyNote } from './many-note.tsx'
import { useKnownTags } from './queries.ts'
import type { HandlingProps } from './subject.ts'
import './handling.css'

export interface TagsInput {
  readonly add: string[]
  readonly remove: string[]
}

/** The tags of one case as they shall be; for many cases, what is added to each and what is taken off. */
export function TagsDialog({ subject, onRun, onClose }: HandlingProps<TagsInput>): ReactElement {
  const { t } = useTranslation()
  const known = useKnownTags()
  const before = subject.kind === 'case' ? subject.application.tags : []
  const [tags, setTags] = useState<readonly string[]>(before)
  const [gone, setGone] = useState<readonly string[]>([])
  const [isSent, setSent] = useState(false)
  const input: TagsInput = subject.kind === 'case'
    ? { add: tags.filter(tag => !before.includes(tag)), remove: before.filter(tag => !tags.includes(tag)) }
    : { add: [...tags], remove: [...gone] }
  const isEmpty = input.add.length === 0 && input.remove.length === 0
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setSent(true)
    if (!isEmpty && (await onRun(input))) onClose()
  }
  return (
    <Dialog title={t('bulk.tags.title')} isOpen onClose={onClose}>
      <form noValidate className="stack" onSubmit={event => void send(event)}>
        <ManyNote subject={subject} />
        <TagsField label={t('bulk.tags.add')} shownAs={t(subject.kind === 'case' ? 'bulk.tags.current' : 'bulk.tags.toAdd')} hint={t('bulk.tags.addHint')} known={known} tags={tags} hasFocus onChange={setTags} />
        {subject.kind === 'many' && <TagsField label={t('bulk.tags.remove')} shownAs={t('bulk.tags.toRemove')} known={known} tags={gone} onChange={setGone} />}
        {isSent && isEmpty && <p role="alert" className="field__hint field__hint--error">{t('bulk.tags.nothing')}</p>}
        <DialogActions>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" icon="check">{t('bulk.tags.save')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

interface FieldProps {
  readonly label: string
  readonly shownAs: string
  readonly hint?: string
  readonly known: readonly string[]
  readonly tags: readonly string[]
  readonly hasFocus?: boolean
  readonly onChange: (tags: readonly string[]) => void
}

function TagsField(props: FieldProps): ReactElement {
  const { t } = useTranslation()
  const { shownAs, tags, onChange } = props
  return (
    <div className="stack">
      <TagBox {...props} />
      <TagGroup aria-label={shownAs} onRemove={keys => onChange(tags.filter(tag => !keys.has(tag)))}>
        <TagList items={tags.map(tag => ({ id: tag }))} className="tags" renderEmptyState={() => <span className="muted">{t('bulk.tags.none')}</span>}>
          {({ id }) => (
            <Tag textValue={id} className="tag">
              <span>{id}</span>
              <AriaButton slot="remove" className="tag__remove" aria-label={t('bulk.tags.removeOne', { tag: id })}><Icon name="cross" size={14} /></AriaButton>
            </Tag>
          )}
        </TagList>
      </TagGroup>
    </div>
  )
}

/** Enter adds what was typed or chosen; with nothing typed it goes on to the form. */
function TagBox({ label, hint, known, tags, hasFocus = false, onChange }: FieldProps): ReactElement {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const input = useFirstFocus<HTMLInputElement>(hasFocus)
  const add = (tag: string): void => {
    const name = tag.trim()
    if (name) onChange(withTags(tags, { add: [name], remove: [] }).tags)
    setTyped('')
  }
  const keep = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || typed.trim() === '') return
    event.preventDefault()
    add(typed)
  }
  const offered = known.filter(tag => !tags.includes(tag)).map(tag => ({ id: tag }))
  return (
    <ComboBox className="field" items={offered.filter(({ id }) => id.toLocaleLowerCase().includes(typed.trim().toLocaleLowerCase()))} inputValue={typed} onInputChange={setTyped} value={null} allowsCustomValue onChange={key => key !== null && add(String(key))}>
      <Label className="field__label">{label}</Label>
      <div className="combo">
        <Input ref={input} className="input" autoComplete="off" maxLength={40} onKeyDown={keep} />
        <AriaButton className="combo__open" aria-label={t('bulk.tags.suggestions')}><Icon name="down" size={16} /></AriaButton>
      </div>
      {hint && <Text slot="description" className="field__hint">{hint}</Text>}
      <Popover className="popover combo__list">
        <ListBox className="choices">
          {({ id }: { readonly id: string }) => <ListBoxItem id={id} textValue={id} className="choice">{id}</ListBoxItem>}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
