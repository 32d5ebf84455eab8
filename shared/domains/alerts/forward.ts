import { germanDay, germanTime } from '../../german-days.ts'
import { cut } from '../../text.ts'
import type { Instant } from '../../time.ts'
import { inDefaultAlphabet, smsParts } from '../../formats/gsm.ts'
import type { Content } from './content.ts'
import type { Alert, AlertSettings, AlertTopic, OfficialWarning } from './tables.ts'

/** As many areas as a message has. */
const MOST_AREAS = 40
const MOST_DRAFTED = 20_000

/**
 * A message that hands an official warning on: in the authority's own words, with who says so and of when that is. What the town does not know
 * of it is left open or unknown; whoever hands it on looks at all of it before it goes anywhere. A test is handed on as a drill and as nothing else.
 */
export function forwardOf(warning: OfficialWarning, topic: AlertTopic, settings: AlertSettings, now: Instant): Pick<Alert, 'mode' | 'content'> {
  const source = cut(warning.senderName.trim(), 160)
  const headline = warning.headline.trim() || warning.event.trim()
  const content: Content = {
    topicId: topic.id, event: cut(warning.event.trim() || headline, 120), category: /wetterdienst|\bdwd\b/i.test(source) ? 'Met' : 'Safety', urgency: 'Unknown', severity: warning.severity, certainty: 'Unknown',
    wordings: [{
      language: 'de', headline, text: cut([warning.text.trim(), originOf(warning)].filter(Boolean).join('\n\n'), MOST_DRAFTED), instruction: warning.instruction.trim(),
      short: shortOf(headline, warning.instruction, source),
    }],
    areas: areasIn(warning.areaNames, settings), source, contact: '', web: '', situationAt: warning.sentAt, beginsAt: null, endsAt: warning.endsAt !== null && warning.endsAt > now ? warning.endsAt : null,
    channels: topic.channels,
  }
  return { mode: warning.isTest ? 'training' : 'live', content }
}

const originOf = ({ senderName, sentAt }: OfficialWarning): string =>
  `Quelle: ${['amtliche Warnung', senderName.trim(), `${germanDay(sentAt).split('-').toReversed().join('.')}, ${germanTime(sentAt)} Uhr`].filter(Boolean).join(', ')}.`

/** Two of them come together nearly always, more do not. */
const MOST_PARTS = 2

/** What to do stands in it where there is room for its first sentence. */
function shortOf(headline: string, instruction: string, source: string): string {
  const [first = ''] = /^[^]*?[.!](?=\s|$)/.exec(instruction.trim()) ?? []
  const from = source && `Quelle: ${source}`
  const texts = [[`${headline}.`, first, from], [`${headline}.`, from]].map(parts => inDefaultAlphabet(parts.filter(Boolean).join(' ')))
  return texts.find(text => smsParts(text) <= MOST_PARTS) ?? inDefaultAlphabet(headline)
}

/**
 * The town's localities that the warning names. Where it names the town as a whole they all are meant; where it names a county or another town,
 * none: whether that reaches here is for a person to say.
 */
export function areasIn(areaNames: readonly string[], { localities, senderName }: Pick<AlertSettings, 'localities' | 'senderName'>): Content['areas'] {
  const town = plain(senderName)
  const names = areaNames.map(plain)
  const isWholeTown = names.some(name => hasWords(name, town) && !PART_OF_TOWN.test(name))
  // The town's own name beside that of a part of it says only whose part it is.
  const parts = names.map(name => (PART_OF_TOWN.test(name) ? ` ${name} `.replace(` ${town} `, ' ').trim() : name))
  const meant = localities.filter(({ name }) => isWholeTown || parts.some(part => hasWords(part, plain(name))))
  // More of them than a message may have are no list that anybody would look through.
  return meant.length > MOST_AREAS ? [] : meant.map(({ name }) => ({ kind: 'locality' as const, name }))
}

const PART_OF_TOWN = /(?:^| )(?:ortsteil|ortschaft|ot)(?: |$)/
const plain = (text: string): string => text.normalize('NFC').toLocaleLowerCase('de-DE').replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()
const hasWords = (text: string, words: string): boolean => words !== '' && ` ${text} `.includes(` ${words} `)
