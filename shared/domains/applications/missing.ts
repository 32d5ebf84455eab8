import type { Bilingual } from '../../json.ts'
import { labelOf, textOf } from './problem-texts.ts'
import { problemsForStaff, problemsOf } from './form-problems.ts'
import type { Form, TownService } from './service-tables.ts'
import type { Application, Attachment } from './tables.ts'

/** What an application lacks: an answer that is not there or does not fit, a document that was not handed in. */
export type Missing =
  | { readonly kind: 'answer'; readonly key: string; readonly label: Bilingual; readonly isEmpty: boolean; readonly what: Bilingual }
  | { readonly kind: 'document'; readonly label: Bilingual; readonly isCertain: boolean }

/**
 * Everything a complete application has and this one has not, answers first. Files bear no mark of which document they
 * are: one counts as handed in when a file's name speaks of it; what is left over is certain only when no file is left
 * that could be it, and is not missed at all while files enough are left.
 */
export function missingIn(
  form: Form,
  { form: answers, channel }: Pick<Application, 'form' | 'channel'>,
  service: Pick<TownService, 'documents'>,
  attachments: readonly Pick<Attachment, 'filename' | 'kind'>[],
): readonly Missing[] {
  const problems = channel === 'portal' || channel === 'state-portal' ? problemsOf(form, answers) : problemsForStaff(form, answers)
  const wrong = problems
    // What the form does not ask for is too much, not too little.
    .filter(({ kind }) => kind !== 'unknown')
    .map((problem): Missing => ({
      kind: 'answer', key: problem.key, label: labelOf(form, problem.key), isEmpty: problem.kind === 'missing', what: textOf(problem),
    }))
  return [...wrong, ...missingDocuments(service.documents, attachments)]
}

/** Files that may be a document of the citizen: what the town writes or makes of another file is none. */
const HANDED_IN: readonly Attachment['kind'][] = ['application', 'answer', 'scan']

function missingDocuments(documents: readonly Bilingual[], attachments: readonly Pick<Attachment, 'filename' | 'kind'>[]): readonly Missing[] {
  const files = attachments.filter(({ kind }) => HANDED_IN.includes(kind)).map(({ filename }) => foldedName(filename))
  const left = new Set(files.keys())
  const unnamed = documents.filter(document => {
    const named = [...left].find(index => speaksOf(files[index] ?? '', document))
    if (named !== undefined) left.delete(named)
    return named === undefined
  })
  if (left.size >= unnamed.length) return []
  return unnamed.map(label => ({ kind: 'document', label, isCertain: left.size === 0 }))
}

const SHORTEST_WORD = 5

const speaksOf = (file: string, { de, en }: Bilingual): boolean => [de, en].some(title => wordsOf(title).some(word => file.includes(word)))

const wordsOf = (title: string): readonly string[] => foldedName(title).split(/[^a-z0-9]+/).filter(word => word.length >= SHORTEST_WORD)

/** `Personalausweis_Rückseite.pdf` and `personalausweis-rueckseite.pdf` are the same name. */
const foldedName = (text: string): string =>
  text.toLowerCase().replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss').normalize('NFKD').replaceAll(/\p{M}/gu, '')
