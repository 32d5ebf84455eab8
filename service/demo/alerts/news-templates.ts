import type { TemplatePlan } from './template-plan.ts'

const HOUR = 60
const DAY = 24 * HOUR

/** A pool that one click closes and another one opens again: nothing is left to fill in. */
function pool(place: string): TemplatePlan {
  return {
    topic: 'freibaeder', name: `Freibad ${place}: wegen Wetter geschlossen`, event: `Freibad ${place} geschlossen`, category: 'Other', severity: 'Minor', minutes: 12 * HOUR, isOneClick: true,
    words: [
      [
        `Freibad ${place} heute wegen Wetter geschlossen`, `Das Freibad ${place} bleibt heute wegen des Wetters geschlossen. Sobald es wieder öffnet, melden wir uns hier.`, 'Saisonkarten gelten weiter. Tageskarten von heute gelten an einem anderen Tag.',
        `Freibad ${place} heute wegen Wetter geschlossen.`,
      ],
      [
        `${place} open-air pool closed today because of the weather`, `The ${place} open-air pool stays closed today because of the weather. We will tell you here as soon as it opens again.`,
        'Season tickets remain valid. Day tickets for today are valid on another day.', `${place} open-air pool closed today because of the weather.`,
      ],
    ],
    over: [
      [`Freibad ${place} wieder geöffnet`, `Das Freibad ${place} hat jetzt wieder geöffnet.`, '', `Freibad ${place} wieder geöffnet.`],
      [`${place} open-air pool open again`, `The ${place} open-air pool is now open again.`, '', `${place} open-air pool open again.`],
    ],
  }
}

/** What a town tells besides. */
export const NEWS_TEMPLATES = {
  dayCare: {
    topic: 'kinderbetreuung', name: 'Kita geschlossen', event: 'Schließung einer Kita', category: 'Other', severity: 'Minor', minutes: 2 * DAY,
    words: [
      [
        '{Kita} in {Ort} am {Tag} geschlossen', 'Die {Kita} in {Ort} bleibt am {Tag} geschlossen. Ab dem {wieder offen} ist sie wieder geöffnet.',
        'Brauchen Sie dringend Betreuung, rufen Sie uns bis 18 Uhr an: {Telefon}. Wir suchen einen Platz in einer anderen Kita.', '{Kita} in {Ort} am {Tag} geschlossen. Dringend Betreuung nötig? {Telefon}',
      ],
      [
        '{Kita} in {Ort} closed on {Tag}', '{Kita} in {Ort} stays closed on {Tag}. It opens again on {wieder offen}.', 'If you urgently need care, call us before 18:00: {Telefon}. We will look for a place elsewhere.',
        '{Kita} in {Ort} closed on {Tag}. Urgent need of care? {Telefon}',
      ],
    ],
    over: [
      ['Kita in {Ort} wieder geöffnet', 'Die Kita in {Ort} ist jetzt wieder geöffnet, zu den üblichen Zeiten.', '', 'Die Kita in {Ort} ist wieder geöffnet.'],
      ['Day-care centre in {Ort} open again', 'The day-care centre in {Ort} is now open again, at the usual hours.', '', 'The day-care centre in {Ort} is open again.'],
    ],
  },
  tender: {
    topic: 'ausschreibungen', name: 'Ausschreibung', event: 'Ausschreibung', category: 'Other', severity: 'Minor', minutes: 21 * DAY,
    words: [
      [
        'Ausschreibung: {Auftrag}', 'Die Stadt vergibt in {Ort} diesen Auftrag: {Auftrag}. Angebote nehmen wir bis zum {Frist} um 12 Uhr an.', 'Die Unterlagen finden Sie auf der Vergabeplattform unter der Nummer {Vergabenummer}.',
        'Ausschreibung: {Auftrag}. Angebote bis {Frist}, 12 Uhr.',
      ],
      [
        'Tender: {Auftrag}', 'The town awards this contract in {Ort}: {Auftrag}. We take offers until {Frist} at 12:00.', 'The documents are on the procurement platform under the number {Vergabenummer}.',
        'Tender: {Auftrag}. Offers until {Frist}, 12:00.',
      ],
    ],
    over: [
      ['Ausschreibung in {Ort} beendet', 'Diese Ausschreibung in {Ort} ist jetzt beendet. Angebote nehmen wir nicht mehr an.', '', 'Die Ausschreibung in {Ort} ist beendet.'],
      ['Tender in {Ort} closed', 'This tender in {Ort} is now closed. We no longer take offers.', '', 'The tender in {Ort} is closed.'],
    ],
  },
  clubs: {
    topic: 'vereine', name: 'Nachricht an Vereine', event: 'Nachricht an Vereine', category: 'Other', severity: 'Minor', minutes: 14 * DAY,
    words: [
      ['{Anlass} am {Tag} in {Ort}', 'Am {Tag} um {Uhrzeit} Uhr laden wir alle Vereine ein: {Anlass}. Wir treffen uns in {Ort}: {Treffpunkt}.', 'Melden Sie sich bitte bis zum Vortag an: {Telefon}.', '{Anlass} am {Tag} um {Uhrzeit} Uhr in {Ort}, {Treffpunkt}.'],
      ['{Anlass} on {Tag} in {Ort}', 'On {Tag} at {Uhrzeit} we invite all clubs: {Anlass}. We meet in {Ort}: {Treffpunkt}.', 'Please sign up by the day before: {Telefon}.', '{Anlass} on {Tag} at {Uhrzeit} in {Ort}, {Treffpunkt}.'],
    ],
    over: [
      ['Treffen der Vereine in {Ort} fällt aus', 'Wir sagen heute unser Treffen in {Ort} ab. Einen neuen Tag nennen wir Ihnen hier.', '', 'Unser Treffen in {Ort} fällt aus.'],
      ['Meeting of clubs in {Ort} is cancelled', 'Today we cancel our meeting in {Ort}. We will tell you a new day here.', '', 'Our meeting in {Ort} is cancelled.'],
    ],
  },
  neighbours: {
    topic: 'neue-nachbarn', name: 'Treffen für neue Nachbarn', event: 'Treffen für neue Nachbarn', category: 'Other', severity: 'Minor', minutes: 14 * DAY,
    words: [
      [
        'Treffen für neue Nachbarn am {Tag} in {Ort}', 'Sind Sie neu in {Ort}? Am {Tag} um {Uhrzeit} Uhr lernen Sie Vereine, Kita und Feuerwehr kennen: {Treffpunkt}.', 'Kommen Sie einfach vorbei. Kinder sind willkommen.',
        'Treffen für neue Nachbarn: {Tag}, {Uhrzeit} Uhr, {Ort}, {Treffpunkt}.',
      ],
      [
        'Meeting for new neighbours on {Tag} in {Ort}', 'Are you new in {Ort}? On {Tag} at {Uhrzeit} you can meet clubs, day care and fire brigade: {Treffpunkt}.', 'Just drop in. Children are welcome.',
        'Meeting for new neighbours: {Tag}, {Uhrzeit}, {Ort}, {Treffpunkt}.',
      ],
    ],
    over: [
      ['Treffen in {Ort} fällt aus', 'Wir sagen heute unser Treffen für neue Nachbarn in {Ort} ab.', '', 'Das Treffen für neue Nachbarn in {Ort} fällt aus.'],
      ['Meeting in {Ort} is cancelled', 'Today we cancel our meeting for new neighbours in {Ort}.', '', 'The meeting for new neighbours in {Ort} is cancelled.'],
    ],
  },
  poolTown: pool('Tangerhütte'),
  poolVillage: pool('Lüderitz'),
} as const satisfies Readonly<Record<string, TemplatePlan>>
