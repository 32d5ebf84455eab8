import { germanDay, germanTime } from '../../german-days.ts'
import type { Instant } from '../../time.ts'
import type { Content, Language, Wording } from './content.ts'
import type { Alert } from './tables.ts'

/** One message as people get it on one way; what two persons approve is all of these. */
export interface Rendition {
  readonly title: string
  readonly body: string
}

type Told = Pick<Alert, 'mode' | 'kind' | 'content'>

const WORDS = {
  de: {
    drill: 'ÜBUNG ÜBUNG ÜBUNG', kinds: { alert: '', update: 'Aktualisierung: ', cancel: 'Korrektur: ', 'all-clear': 'Entwarnung: ' },
    todo: 'Was Sie jetzt tun sollten', where: 'Wo', from: 'Ab', until: 'Gilt bis', asOf: 'Stand', source: 'Es informiert', more: 'Mehr dazu', contact: 'Fragen', clock: ' Uhr',
  },
  en: {
    drill: 'DRILL DRILL DRILL', kinds: { alert: '', update: 'Update: ', cancel: 'Correction: ', 'all-clear': 'All clear: ' },
    todo: 'What to do now', where: 'Where', from: 'From', until: 'Holds until', asOf: 'As of', source: 'Source', more: 'More', contact: 'Questions', clock: '',
  },
} as const

/** The words in a language, or the German ones where nobody has translated them: rather those than nothing. */
export function wordingIn({ wordings }: Pick<Content, 'wordings'>, language: Language): Wording {
  const wording = wordings.find(one => one.language === language) ?? wordings.find(one => one.language === 'de')
  if (!wording) throw new Error('a message without German words')
  return wording
}

/** As an e-mail, on a page and on paper: everything there is. */
export function longRendition(alert: Told, wanted: Language): Rendition {
  const { language, headline, text, instruction } = wordingIn(alert.content, wanted)
  const words = WORDS[language]
  const { areas, source, beginsAt, endsAt, situationAt, web, contact } = alert.content
  const facts: readonly (readonly [string, string])[] = [
    [words.where, areas.map(({ name }) => name).join(', ')], [words.from, beginsAt ? moment(beginsAt, language) : ''], [words.until, endsAt ? moment(endsAt, language) : ''],
    [words.asOf, situationAt ? moment(situationAt, language) : ''], [words.source, source], [words.contact, contact], [words.more, web],
  ]
  const parts = [
    alert.mode === 'training' ? words.drill : '', text.trim(), instruction.trim() && `${words.todo}:\n${instruction.trim()}`,
    facts.flatMap(([label, fact]) => (fact ? [`${label}: ${fact}`] : [])).join('\n'), alert.mode === 'training' ? words.drill : '',
  ]
  return { title: titled(alert, headline, language), body: parts.filter(Boolean).join('\n\n') }
}

/** As an SMS or a push message: all that matters in two lines. */
export function shortRendition(alert: Told, wanted: Language): Rendition {
  const { language, headline, short } = wordingIn(alert.content, wanted)
  return { title: titled(alert, headline, language), body: shortText(alert, { language, short }) }
}

/** What a telephone gets, sign by sign: this is what is sent, counted and read back. Letters are whole, because a letter and its mark would be two signs, neither of them of the default alphabet. */
export const shortText = (alert: Pick<Told, 'mode' | 'kind'>, { language, short }: Pick<Wording, 'language' | 'short'>): string => `${shortPrefix(alert, language)}${short.trim()}`.normalize('NFC')

/** What stands before the short words of its own accord. One dash would make the whole message wide. */
export const shortPrefix = (alert: Pick<Told, 'mode' | 'kind'>, language: Language): string => prefix(alert, language).replace('–', '-')

/** On the screen in the lobby, read from ten metres: what is going on and what to do, in as few words as there are. */
export function displayRendition(alert: Told, wanted: Language): Rendition {
  const { language, headline, short, instruction } = wordingIn(alert.content, wanted)
  return { title: titled(alert, headline, language), body: short.trim() || instruction.trim() }
}

const titled = (alert: Told, headline: string, language: Language): string => `${prefix(alert, language)}${headline.trim()}`

/** A drill is called one wherever it can be seen, before anything else. */
const prefix = ({ mode, kind }: Pick<Told, 'mode' | 'kind'>, language: Language): string => `${mode === 'training' ? `${WORDS[language].drill.split(' ')[0]} – ` : ''}${WORDS[language].kinds[kind]}`

const moment = (at: Instant, language: Language): string => `${germanDay(at).split('-').toReversed().join('.')}, ${germanTime(at)}${WORDS[language].clock}`
