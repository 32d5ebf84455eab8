import { choice, date, deemedApproval, demoService, ownTarget, section, text, timeOfDay, wholeNumber, yesNo } from '../form-builder.ts'
import { applicant, locality, truthfulness } from './common.ts'

export const marketStall = demoService({
  id: 'market-stall',
  title: ['Standplatz auf dem Wochenmarkt', 'Stall at the weekly market'],
  department: 'ordnung',
  legalBasis: '§ 70 GewO, Marktsatzung',
  deadline: ownTarget(21),
  weight: 3,
  releaseMode: 'single-by-service',
  versions: [
    [
      applicant,
      section(
        ['Der Stand', 'The stall'],
        text('marketGoods', ['Angebotene Waren', 'Goods on offer'], 500),
        choice('stallKind', ['Art des Standes', 'Kind of stall'], {
          table: ['Tisch oder Schirm', 'Table or parasol'], trailer: ['Verkaufsanhänger', 'Sales trailer'], vehicle: ['Verkaufswagen', 'Sales van'],
        }),
        wholeNumber('stallLength', ['Frontlänge in Metern', 'Length of the front in metres'], 1, 20),
        wholeNumber('stallDepth', ['Tiefe in Metern', 'Depth in metres'], 1, 8),
        yesNo('needsPower', ['Stromanschluss nötig', 'Needs electricity']),
        choice('marketRhythm', ['Wie oft?', 'How often?'], {
          weekly: ['Jede Woche', 'Every week'], fortnightly: ['Alle zwei Wochen', 'Every two weeks'], season: ['Nur in der Saison', 'In season only'],
        }),
        date('stallFrom', ['Ab', 'From']),
        date('stallTo', ['Bis', 'Until'], { optional: true }),
      ),
      truthfulness,
    ],
  ],
})

/** Deemed given after three months: § 6a Abs. 2 GewO. */
export const marketSetting = demoService({
  id: 'market-setting',
  title: ['Festsetzung eines Marktes', 'Official setting of a market'],
  department: 'ordnung',
  legalBasis: '§ 69 Abs. 1 i. V. m. § 6a Abs. 2 GewO',
  deadline: deemedApproval(3),
  weight: 1,
  versions: [
    [
      applicant,
      section(
        ['Die Veranstaltung', 'The event'],
        text('marketName', ['Name des Marktes', 'Name of the market'], 120),
        choice('marketKind', ['Art', 'Kind'], {
          weekly: ['Wochenmarkt', 'Weekly market'], special: ['Spezialmarkt', 'Specialised market'],
          annual: ['Jahrmarkt', 'Annual fair'], fair: ['Volksfest', 'Public festival'],
        }),
        text('eventPlace', ['Genauer Ort', 'Exact place'], 200),
        locality('eventLocality', ['Ortschaft', 'Locality']),
        date('marketFrom', ['Erster Tag', 'First day']),
        date('marketTo', ['Letzter Tag', 'Last day']),
        timeOfDay('marketStart', ['Beginn (Uhrzeit)', 'Start (time)']),
        timeOfDay('marketEnd', ['Ende (Uhrzeit)', 'End (time)']),
        text('marketGoods', ['Gegenstände des Marktes', 'Goods of the market'], 1_000),
        wholeNumber('stallCount', ['Erwartete Anbieter', 'Expected sellers'], 1, 500),
        text('responsible', ['Verantwortliche Person vor Ort', 'Person responsible on site'], 120),
        text('responsibleTelephone', ['Mobiltelefon vor Ort', 'Mobile phone on site'], 40),
      ),
      truthfulness,
    ],
  ],
})
