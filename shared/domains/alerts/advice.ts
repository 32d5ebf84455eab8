import type { Content, Wording } from './content.ts'
import { wholeWords } from './whole-words.ts'

/** What would make a text easier to understand; none of it keeps it from going out. */
export interface Advice {
  readonly field: 'headline' | 'text' | 'instruction' | 'short'
  readonly language: Wording['language']
  readonly code: 'long-sentence' | 'long-word' | 'office-word' | 'abbreviation' | 'no-time' | 'no-place' | 'shouting'
  /** The words meant, as they stand there. */
  readonly quote: string
  /** What says the same more plainly; null where nothing is known. */
  readonly instead: string | null
}

const MOST_WORDS = 20
const LONGEST_WORD = 24

/** Words of offices and of the fire brigade that people at home stumble over, with what says the same. */
const OFFICE_WORDS: readonly (readonly [string, string])[] = [
  ['Räumlichkeiten', 'Räume'], ['fußläufig', 'zu Fuß'], ['unverzüglich', 'sofort'], ['umgehend', 'sofort'], ['Kräfte vor Ort', 'Feuerwehr und Polizei'], ['Schadstelle', 'Brandort'],
  ['Brandgeschehen', 'Brand'], ['Gefährdungsbereich', 'Gefahrenbereich'], ['in Abhängigkeit von', 'je nach'], ['zum gegenwärtigen Zeitpunkt', 'zurzeit'],
  ['Witterungsbedingungen', 'Wetter'], ['aufgrund der Tatsache, dass', 'weil'], ['bis auf Weiteres', 'bis Sie Neues hören'], ['Inanspruchnahme', 'Nutzung'], ['Evakuierungsmaßnahmen', 'Evakuierung'],
  ['seitens', 'von'], ['ist zu unterlassen', 'bitte nicht'], ['sind geschlossen zu halten', 'bitte geschlossen halten'], ['dahingehend', 'so'],
]
/** Such as people know need no explaining. */
const KNOWN_ABBREVIATIONS = new Set(['B', 'L', 'K', 'A', 'DRK', 'THW', 'WC', 'PKW', 'LKW', 'DWD', 'NINA', 'SMS', 'DE', 'OT'])
const ABBREVIATION = /(?<![\p{L}\d])(?:\p{Lu}{2,6}|(?:z\. ?B|u\. ?a|i\. ?d\. ?R|ggf|bzw|bzgl|evtl|s\. ?o)\.)(?![\p{L}\d])/gu
const SAID_IN_FULL: Readonly<Record<string, string>> = { 'z. B.': 'zum Beispiel', 'z.B.': 'zum Beispiel', 'ggf.': 'wenn nötig', 'bzw.': 'oder', 'bzgl.': 'zu', 'evtl.': 'vielleicht', 'u. a.': 'unter anderem', 'u.a.': 'unter anderem' }

/** All advice about the German words, in the order of the form. Other languages are looked at by whoever translates. */
export function adviceFor({ wordings, areas, beginsAt, situationAt }: Content): readonly Advice[] {
  const german = wordings.find(({ language }) => language === 'de')
  if (!german) return []
  const all = `${german.headline} ${german.text} ${german.instruction}`
  const named = areas.some(({ name }) => all.toLocaleLowerCase('de-DE').includes(name.toLocaleLowerCase('de-DE')))
  const timed = /\d{1,2}[:.]\d{2}|\bUhr\b|\b(?:heute|jetzt|sofort|morgen|seit)\b/iu.test(all) || beginsAt !== null || situationAt !== null
  return [
    ...(['headline', 'text', 'instruction', 'short'] as const).flatMap(field => ofField(field, german)),
    ...(areas.length > 0 && !named && german.text.trim() !== '' ? [advice('text', 'no-place', areas.map(({ name }) => name).join(', '))] : []),
    ...(timed || german.text.trim() === '' ? [] : [advice('text', 'no-time', '')]),
  ]
}

const advice = (field: Advice['field'], code: Advice['code'], quote: string, instead: string | null = null): Advice => ({ field, language: 'de', code, quote, instead })

function ofField(field: Advice['field'], wording: Wording): readonly Advice[] {
  const text = wording[field]
  const words = text.split(/[\s/–—-]+/u).map(word => word.replaceAll(/^\P{L}+|\P{L}+$/gu, '')).filter(Boolean)
  const shouting = words.filter(word => word.length > 3 && word === word.toLocaleUpperCase('de-DE') && /\p{Lu}{4}/u.test(word) && !KNOWN_ABBREVIATIONS.has(word))
  return [
    ...sentencesOf(text).filter(sentence => sentence.split(/\s+/u).length > MOST_WORDS).map(sentence => advice(field, 'long-sentence', sentence)),
    ...words.filter(word => Array.from(word).length > LONGEST_WORD).map(word => advice(field, 'long-word', word)),
    ...OFFICE_WORDS.flatMap(([office, plain]) => (wholeWords(office).test(text) ? [advice(field, 'office-word', office, plain)] : [])),
    ...[...new Set([...text.matchAll(ABBREVIATION)].map(([found]) => found))].filter(found => !KNOWN_ABBREVIATIONS.has(found) && !shouting.includes(found))
      .map(found => advice(field, 'abbreviation', found, SAID_IN_FULL[found] ?? null)),
    ...[...new Set(shouting)].map(word => advice(field, 'shouting', word, word.charAt(0) + word.slice(1).toLocaleLowerCase('de-DE'))),
  ]
}

/** A point after a number or a short form ends no sentence. */
const sentencesOf = (text: string): readonly string[] => text.split(/(?<=[^\d\s.]{3}[.!?])\s+|\n+/u).map(sentence => sentence.trim()).filter(Boolean)
