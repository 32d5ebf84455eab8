import type { Mutant } from './mutant.ts'

const EYES = { file: 'shared/domains/applications/four-eyes.test.ts', test: 'no author releases, and nobody by a right that an author lent, at any minute' }
const ALERTS = 'shared/domains/alerts/commands.test.ts'
const CREST = 'service/towns/clean-svg.test.ts'
const MARKUP = 'tests/security/markup.test.ts'

/** Rules of the house, and texts that must stay texts wherever they are written. */
export const RULE_MUTANTS: readonly Mutant[] = [
  {
    name: 'eyes-are-accounts', harm: 'One person with two accounts releases what they wrote.', file: 'shared/domains/applications/rules.ts', isQuick: true,
    search: 'persons.includes(actor.personId) ? []', replace: "persons.includes(actor['accountId' as 'personId']) ? []", probe: EYES,
  },
  {
    name: 'author-lends-the-eyes', harm: 'An author releases by the hand of their deputy.', file: 'shared/domains/applications/rules.ts',
    search: 'grants.filter(({ viaPersonId }) => viaPersonId === null || !persons.includes(viaPersonId))', replace: 'grants.filter(({ viaPersonId }) => viaPersonId !== undefined)', probe: EYES,
  },
  {
    name: 'alert-by-one-person', harm: 'One person warns the whole town by themself, and nobody hears of it.', file: 'shared/domains/alerts/release-commands.ts',
    search: "    if (!isSecondPerson(alert.value, moment.actor)) return refuse('alerts/own-words')\n", replace: '',
    probe: { file: ALERTS, test: 'the second person is none of those who wrote or gave it on, by whichever account or lent right' },
  },
  {
    name: 'alone-without-record', harm: 'The emergency path leaves no reason, and nobody looks at it afterwards.', file: 'shared/domains/alerts/release-commands.ts',
    search: 'return sent(state, alert.value, input, moment, { reason, reviewed: null })', replace: 'return sent(state, alert.value, input, moment, null)',
    probe: { file: ALERTS, test: 'who sent alone is looked at by another one, once, and only for a hazard' },
  },
  {
    name: 'one-word-for-drill-and-real', harm: 'The real thing is sent with the hand of a drill.', file: 'shared/domains/alerts/release-commands.ts',
    search: "if (typed.trim().toLocaleUpperCase('de-DE') !== CONFIRMATION_WORDS[alert.mode])", replace: "if (typed.trim() === '')",
    probe: { file: ALERTS, test: 'the second person is none of those who wrote or gave it on, by whichever account or lent right' },
  },
  {
    name: 'drill-to-the-real-list', harm: 'A drill frightens the town.', file: 'service/domains/alerts/sending/spread.ts',
    search: 'and mode = ${alert.mode} and channel', replace: "and mode = 'live' and channel", probe: { file: 'service/domains/alerts/sending/sender.test.ts', test: 'a drill goes through the hands for drills to those entered for them, and nothing else of it leaves the house' },
  },
  {
    name: 'block-list-goes-back', harm: 'A stolen card holds again with an old list of blocked ones.', file: 'service/portal/card-check-verdict.ts',
    search: '(!kept || Date.parse(fetched.at) >= Date.parse(kept.at))', replace: '(!kept || Date.parse(fetched.at) >= 0)',
    probe: { file: 'service/portal/card-check.test.ts', test: 'an older list that comes again takes no block back, and its moment is not said' },
  },
  {
    name: 'cells-calculate', harm: 'A name that a citizen typed runs a program in the spreadsheet.', file: 'shared/formats/csv.ts', isQuick: true,
    search: "(FORMULA.test(text) ? `'${text}` : text)", replace: "(FORMULA.test('') ? `'${text}` : text)", probe: { file: 'shared/formats/csv.test.ts', test: 'are no formula any more: %j' },
  },
  {
    name: 'entities-read', harm: 'A warning from elsewhere reads files or grows without end.', file: 'shared/formats/cap/xml.ts',
    search: String.raw` || /<!(?:DOCTYPE|ENTITY)/i.test(text)`, replace: '', probe: { file: 'shared/formats/cap/cap.test.ts', test: '%s is refused' },
  },
  {
    name: 'words-become-xml', harm: 'Words of a warning change what it says to machines.', file: 'shared/formats/cap/xml.ts',
    search: 'sign => ESCAPES[sign] ?? sign)', replace: 'sign => sign)', probe: { file: MARKUP, test: 'no text becomes an element of a warning' },
  },
  {
    name: 'words-become-markup', harm: 'What a citizen typed runs in another one’s browser.', file: 'service/portal/html.ts', isQuick: true,
    search: 'letter => ESCAPES[letter] ?? letter', replace: 'letter => letter', probe: { file: MARKUP, test: 'no text becomes markup on a page of the service' },
  },
  {
    name: 'crest-with-script', harm: 'A crest runs in every browser that shows it.', file: 'service/towns/clean-svg.ts',
    search: "new Set(['svg', 'g',", replace: "new Set(['script', 'a', 'svg', 'g',", probe: { file: CREST, test: '%s goes' },
  },
  {
    name: 'crest-with-entities', harm: 'A crest grows without end as soon as something else reads the XML.', file: 'service/towns/clean-svg.ts',
    search: 'if (/<!DOCTYPE|<!ENTITY/i.test(text)) return null', replace: "if (text === '') return null", probe: { file: CREST, test: '%s is no crest' },
  },
]
