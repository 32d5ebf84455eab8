import { use, useState, type ReactElement } from 'react'
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { FIELD_KINDS, FieldKind, fieldKindOf, propertiesOf, requiredKeys } from '../../../../shared/domains/applications/field-kinds.ts'
import type { FormDraft } from '../../../../shared/domains/applications/service-draft.ts'
import { ProblemLine } from '../../../ui/editing/problem-line.tsx'
import { Button, IconButton } from '../../../ui/button.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { addField, addSection, moveField, moveSection, nextKey, removeField, removeSection, renameSection, type Field, type FormChange } from './form-editing.ts'
import { FormUses } from './form-uses.tsx'
import { WordsInput } from './inputs.tsx'
import { ProblemsContext } from '../../../ui/editing/problem-words.ts'
import { QuestionEditor } from './question-editor.tsx'

interface Props {
  readonly form: FormDraft
  readonly onChange: (change: FormChange) => void
}

/** Sections and questions of a form, for people who know no JSON Schema; everything by buttons and the keyboard. */
export function FormBuilder({ form, onChange }: Props): ReactElement {
  const { t } = useTranslation()
  const [openKey, setOpenKey] = useState<string>()
  return (
    <>
      <ProblemLine path="form" />
      {form.sections.map((section, index) => (
        <fieldset key={index} className="builder-section" aria-label={sectionName(t('services.nouns.section'), index)}>
          <div className="builder-section__head">
            <WordsInput label={t('services.fields.sectionTitle')} path={`form.sections.${index}.title`} value={section.title} maxLength={400} onChange={title => onChange(renameSection(index, title))} />
            <div className="entry__buttons">
              <IconButton icon="up" label={t('editing.moveUp', { what: sectionName(t('services.nouns.section'), index) })} isDisabled={index === 0} onPress={() => onChange(moveSection(index, -1))} />
              <IconButton icon="down" label={t('editing.moveDown', { what: sectionName(t('services.nouns.section'), index) })} isDisabled={index === form.sections.length - 1} onPress={() => onChange(moveSection(index, 1))} />
              <IconButton icon="trash" label={t('services.removeSection', { count: section.fields.length, what: sectionName(t('services.nouns.section'), index) })} onPress={() => onChange(removeSection(index))} />
            </div>
          </div>
          <ProblemLine path={`form.sections.${index}`} />
          <ul className="questions">
            {section.fields.map(field => (
              <Question key={field.key} form={form} field={field} isOpen={field.key === openKey} onToggle={() => setOpenKey(field.key === openKey ? undefined : field.key)} onChange={onChange} />
            ))}
          </ul>
          <AddQuestion onAdd={kind => {
            setOpenKey(nextKey(form))
            onChange(addField(index, kind))
          }} />
        </fieldset>
      ))}
      <div><Button icon="plus" onPress={() => onChange(addSection)}>{t('services.add.section')}</Button></div>
      <FormUses form={form} onChange={onChange} />
    </>
  )
}

const sectionName = (noun: string, index: number): string => `${noun} ${index + 1}`

function AddQuestion({ onAdd }: { readonly onAdd: (kind: FieldKind) => void }): ReactElement {
  const { t } = useTranslation()
  return (
    <div>
      <MenuTrigger>
        <Button icon="plus">{t('services.add.question')}</Button>
        <Popover className="popover" placement="bottom start">
          <Menu className="menu" onAction={key => onAdd(FieldKind.parse(key))}>
            {FIELD_KINDS.map(kind => <MenuItem key={kind} id={kind} className="menu__item">{t(`services.kinds.${kind}`)}</MenuItem>)}
          </Menu>
        </Popover>
      </MenuTrigger>
    </div>
  )
}

interface QuestionProps extends Props {
  readonly field: Field
  readonly isOpen: boolean
  readonly onToggle: () => void
}

/** A question as one line, opened to be changed. */
function Question({ form, field, isOpen, onToggle, onChange }: QuestionProps): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const kind = fieldKindOf(propertiesOf(form.schema)[field.key] ?? {})
  const isRequired = requiredKeys(form.schema).includes(field.key)
  const name = field.label[language] || t('services.unnamed')
  const isIncomplete = useIsIncomplete(field.key)
  return (
    <li className={isOpen ? 'question question--open' : 'question'}>
      <div className="question__line">
        <button type="button" className="question__toggle" aria-expanded={isOpen} data-incomplete={isIncomplete || undefined} onClick={onToggle}>
          <span className="question__name">{name}</span>
          <span className="muted">{t(`services.kinds.${kind}`)}{isRequired ? '' : ` · ${t('services.voluntary')}`}{form.sortable.includes(field.key) ? ` · ${t('services.isColumn')}` : ''}</span>
        </button>
        {isIncomplete && <span className="question__mark">{t('services.incomplete')}</span>}
        <div className="entry__buttons">
          <IconButton icon="up" label={t('editing.moveUp', { what: name })} onPress={() => onChange(moveField(field.key, -1))} />
          <IconButton icon="down" label={t('editing.moveDown', { what: name })} onPress={() => onChange(moveField(field.key, 1))} />
          <IconButton icon="trash" label={t('common.remove', { what: name })} onPress={() => onChange(removeField(field.key))} />
        </div>
      </div>
      <ProblemLine path={`form.fields.${field.key}`} />
      {isOpen && <QuestionEditor form={form} field={field} kind={kind} isRequired={isRequired} onChange={onChange} />}
    </li>
  )
}

/** Whether something inside a question is missing: its closed line says so. */
function useIsIncomplete(key: string): boolean {
  const problems = use(ProblemsContext)
  return [...problems.keys()].some(path => path === `form.fields.${key}` || path.startsWith(`form.fields.${key}.`))
}
