import type { Form } from './service-tables.ts'
import type { Bilingual } from '../../json.ts'
import type { FieldProblem, ProblemKind } from './form-problems.ts'

type Limit = number | string | null

/** What a person has to do about a field, as the second half of a sentence that begins with the field's label. */
const TEXTS: Readonly<Record<ProblemKind, (limit: Limit) => Bilingual>> = {
  missing: () => ({ de: 'Bitte ausfüllen.', en: 'Please fill this in.' }),
  unknown: () => ({ de: 'Dieses Feld gibt es im Formular nicht.', en: 'The form has no such field.' }),
  'not-text': () => ({ de: 'Bitte einen Text angeben.', en: 'Please give a text.' }),
  'not-number': () => ({ de: 'Bitte eine Zahl angeben.', en: 'Please give a number.' }),
  'not-whole-number': () => ({ de: 'Bitte eine ganze Zahl angeben.', en: 'Please give a whole number.' }),
  'not-yes-or-no': () => ({ de: 'Bitte mit Ja oder Nein antworten.', en: 'Please answer yes or no.' }),
  'not-offered': () => ({ de: 'Bitte einen der angebotenen Werte wählen.', en: 'Please choose one of the values offered.' }),
  'not-date': () => ({ de: 'Bitte ein Datum angeben, zum Beispiel 2026-11-22.', en: 'Please give a date, for instance 2026-11-22.' }),
  'not-email': () => ({ de: 'Bitte eine E-Mail-Adresse angeben, zum Beispiel name@beispiel.de.', en: 'Please give an e-mail address, for instance name@example.org.' }),
  'not-confirmed': () => ({ de: 'Bitte bestätigen.', en: 'Please confirm.' }),
  'not-expected': () => ({ de: 'Diese Angabe hat nicht die erwartete Form.', en: 'This does not have the expected form.' }),
  'too-short': limit => ({ de: `Bitte mindestens ${limit} Zeichen angeben.`, en: `Please give at least ${limit} characters.` }),
  'too-long': limit => ({ de: `Bitte höchstens ${limit} Zeichen angeben.`, en: `Please give at most ${limit} characters.` }),
  'too-small': limit => ({ de: `Der Wert ist zu klein, die Grenze ist ${limit}.`, en: `The value is too small, the limit is ${limit}.` }),
  'too-large': limit => ({ de: `Der Wert ist zu groß, die Grenze ist ${limit}.`, en: `The value is too large, the limit is ${limit}.` }),
}

export const textOf = (problem: FieldProblem): Bilingual => TEXTS[problem.kind](problem.limit)

/** The label a person sees for a field, or its key where the form has none. */
export function labelOf(form: Pick<Form, 'sections'>, key: string): Bilingual {
  const field = form.sections.flatMap(section => section.fields).find(candidate => candidate.key === key)
  return field?.label ?? { de: key, en: key }
}

/** Facts are limited on the wire; whoever sends more nonsense than this learns the rest the next time. */
const MOST_FIELDS = 40

/**
 * For the refusal: `field` names everything that is wrong in one line, and each key says what to do there, in German.
 */
export function factsOfProblems(form: Pick<Form, 'sections'>, problems: readonly FieldProblem[]): Readonly<Record<string, string | number>> {
  const labels = problems.map(problem => labelOf(form, problem.key).de)
  const named = problems.slice(0, MOST_FIELDS).map(problem => {
    const label = labelOf(form, problem.key).de.slice(0, 200)
    return [`field ${problem.key}`.slice(0, 60), `${label}: ${textOf(problem).de}`] as const
  })
  return { count: problems.length, field: labels.join(', ').slice(0, 400), ...Object.fromEntries(named) }
}
