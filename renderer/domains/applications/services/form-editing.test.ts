import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { FIELD_KINDS, propertiesOf, requiredKeys } from '../../../../shared/domains/applications/field-kinds.ts'
import { formProblems } from '../../../../shared/domains/applications/form-draft-problems.ts'
import type { ProblemCode } from '../../../../shared/domains/applications/draft-problem.ts'
import { draftOf, type FormDraft } from '../../../../shared/domains/applications/service-draft.ts'
import { aForm, aTownService } from '../../../../shared/domains/applications/testing.ts'
import {
  addChoice, addField, addSection, changeField, changeKind, changeRule, choicesOf, fieldsOf, moveChoice, moveField, moveSection, removeChoice,
  removeField, removeSection, renameChoice, renameSection, setRequired, setSortable, type FormChange,
} from './form-editing.ts'

const start = (): FormDraft => draftOf({ service: aTownService(), form: aForm() }).form
const WORDS = { de: 'Wort', en: 'Word' }

/** What a person may leave open while writing; everything else would be a form that fell apart. */
const LEFT_OPEN: readonly ProblemCode[] = ['missing', 'section-empty', 'sections-missing', 'choices-missing', 'field-unfit', 'too-many']

const nth = <Entry>(list: readonly Entry[], index: number): Entry | undefined => list[index % Math.max(list.length, 1)]
const keyIn = (form: FormDraft, index: number): string => nth(fieldsOf(form), index)?.key ?? 'none'
const choiceIn = (form: FormDraft, key: string, index: number): string => nth(choicesOf(form, key), index)?.value ?? 'none'

const anEdit: fc.Arbitrary<FormChange> = fc.tuple(fc.nat({ max: 12 }), fc.nat({ max: 20 }), fc.nat({ max: 5 }), fc.constantFrom(...FIELD_KINDS), fc.constantFrom(1 as const, -1 as const)).map(
  ([what, index, second, kind, step]) => form => {
    const key = keyIn(form, index)
    const edits: readonly FormChange[] = [
      addField(index % Math.max(form.sections.length, 1), kind), removeField(key), moveField(key, step), changeKind(key, kind),
      setRequired(key, step === 1), addSection, removeSection(index % 4), moveSection(index % 4, step), renameSection(index % 4, WORDS),
      changeField(key, { label: WORDS }), choicesOf(form, key).length > 0 || kind === 'choice' ? changeKind(key, 'choice') : setSortable('none', false),
      renameChoice(key, choiceIn(form, key, second), WORDS), removeChoice(key, choiceIn(form, key, second)),
    ]
    const isChoice = Array.isArray(propertiesOf(form.schema)[key]?.['enum'])
    if (what >= 11 && !isChoice) return form
    return form.sections.length === 0 ? addSection(form) : fieldsOf(form).length === 0 ? addField(0, kind)(form) : (edits[what]?.(form) ?? form)
  },
)

test('however a form is edited, schema, layout and uses stay together', () => {
  fc.assert(fc.property(fc.array(anEdit, { maxLength: 30 }), edits => {
    const form = edits.reduce((current, edit) => edit(current), start())
    expect(formProblems(form).filter(({ code }) => !LEFT_OPEN.includes(code))).toEqual([])
    expect(Object.keys(propertiesOf(form.schema)).toSorted()).toEqual(fieldsOf(form).map(({ key }) => key).toSorted())
  }), { numRuns: 300 })
})

test('a new question stands at the end of its section, is required, and has a key nobody had to think of', () => {
  const form = addField(0, 'amount')(start())
  expect(fieldsOf(form).map(({ key }) => key)).toEqual(['lastName', 'dogName', 'question3'])
  expect(requiredKeys(form.schema)).toContain('question3')
  expect(propertiesOf(form.schema)['question3']).toMatchObject({ type: 'number', multipleOf: 0.01 })
})

test('a question moves inside its section, and from the edge into the next one and back', () => {
  const two = addField(1, 'date')(addSection(start()))
  const keys = (form: FormDraft) => form.sections.map(({ fields }) => fields.map(({ key }) => key))
  const down = moveField('dogName', 1)(two)
  expect(keys(down)).toEqual([['lastName'], ['dogName', 'question3']])
  expect(keys(moveField('dogName', -1)(down))).toEqual(keys(two))
  expect(moveField('lastName', -1)(two)).toEqual(two)
})

test('a question that goes takes its rule, its duty and its uses along', () => {
  const form = removeField('lastName')(setSortable('lastName', true)(start()))
  expect({ required: requiredKeys(form.schema), names: form.nameKeys, sortable: form.sortable }).toEqual({ required: ['dogName'], names: [], sortable: [] })
  expect(propertiesOf(form.schema)).not.toHaveProperty('lastName')
})

test('choices are added, named, moved and taken away with their labels', () => {
  const edits: readonly FormChange[] = [
    changeKind('dogName', 'choice'), addChoice('dogName'), addChoice('dogName'), renameChoice('dogName', 'choice1', WORDS), moveChoice('dogName', 'choice1', 1),
  ]
  const form = edits.reduce((current, edit) => edit(current), start())
  expect(choicesOf(form, 'dogName')).toEqual([{ value: 'choice2', label: { de: '', en: '' } }, { value: 'choice1', label: WORDS }])
  expect(choicesOf(removeChoice('dogName', 'choice2')(form), 'dogName').map(({ value }) => value)).toEqual(['choice1'])
})

test('a bound that is emptied is gone from the rule', () => {
  expect(propertiesOf(changeRule('dogName', { maxLength: undefined })(start()).schema)['dogName']).toEqual({ type: 'string' })
})
