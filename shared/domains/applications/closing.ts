import type { Application } from './tables.ts'

/** Why a case ends without a decision. */
export const CLOSINGS = ['withdrawn', 'duplicate', 'not-competent', 'other'] as const
export type Closing = (typeof CLOSINGS)[number]

const SENTENCES: Readonly<Record<Closing, string>> = {
  withdrawn: 'Sie haben Ihren Antrag zurückgenommen. Wir haben den Vorgang deshalb beendet.',
  duplicate: 'Ihr Antrag liegt uns schon einmal vor. Wir bearbeiten ihn dort weiter und haben diesen Vorgang beendet.',
  'not-competent': 'Für Ihr Anliegen sind wir nicht zuständig. Wir haben den Vorgang deshalb beendet, ohne darüber zu entscheiden.',
  other: 'Wir haben den Vorgang beendet, ohne darüber zu entscheiden.',
}

/** What the citizen reads when a case ends without a decision; German, as the administration's language is. */
export const closingText = ({ subject, reference }: Application, kind: Closing, reason: string): string =>
  ['Guten Tag,', '', `es geht um Ihren Antrag „${subject}“ (${reference}).`, SENTENCES[kind], '', `Grund: ${reason}`, '',
    'Wenn Sie das anders sehen, antworten Sie uns einfach hier.'].join('\n')
