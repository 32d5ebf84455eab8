import { TOWN_SCOPE } from '../../scope.ts'
import type { LetterTemplate } from './tables.ts'

const GREETING = 'Guten Tag {{applicantName}},'

/** Where and how long one may object (§§ 70, 58 VwGO); the address is that of the department's letterhead. */
const OBJECTION = 'Widerspruch erheben. Richten Sie ihn schriftlich, elektronisch nach § 3a Abs. 2 VwVfG oder zur Niederschrift an: {{authority}}, {{street}}, {{postalCode}} {{place}}.'

const REMEDIES = `Gegen diesen Bescheid können Sie innerhalb eines Monats nach seiner Bekanntgabe ${OBJECTION}`

const COSTS = [
  '# Kosten',
  'Zu zahlen sind {{fee}}. Bitte überweisen Sie den Betrag innerhalb von vier Wochen und geben Sie das Aktenzeichen {{reference}} an.',
  'Konto für die Zahlung von {{fee}}: {{bank}}.',
] as const

const common = {
  scope: TOWN_SCOPE, version: 0, serviceId: null, position: 1, templateVersion: 1, asked: [], active: true,
  publishedAt: null, publishedBy: null, publishedByName: null,
} satisfies Partial<LetterTemplate>

/** The letters every town needs, in plain words; each may be replaced by a newer version or by one of a service's own. */
export const STANDARD_TEMPLATES: readonly LetterTemplate[] = [
  {
    ...common,
    id: 'granted',
    title: 'Bescheid: bewilligt',
    outcome: 'granted',
    subject: 'Bescheid über Ihren Antrag „{{subject}}“',
    paragraphs: [
      GREETING,
      'Ihr Antrag ist am {{receivedDay}} bei uns eingegangen. Wir entsprechen ihm. Grundlage der Entscheidung: {{legalBasis}}.',
      'Wir bewilligen Ihnen {{amount}}.',
      '# Nebenbestimmungen',
      '{{conditions}}',
      '# Begründung',
      '{{reason}}',
      ...COSTS,
    ],
    remedies: REMEDIES,
  },
  {
    ...common,
    id: 'refused',
    title: 'Bescheid: abgelehnt',
    outcome: 'refused',
    subject: 'Bescheid über Ihren Antrag „{{subject}}“',
    paragraphs: [
      GREETING,
      'Ihr Antrag ist am {{receivedDay}} bei uns eingegangen. Wir haben ihn geprüft und können ihm leider nicht entsprechen. Grundlage der Entscheidung: {{legalBasis}}.',
      '# Begründung',
      '{{reason}}',
      ...COSTS,
    ],
    remedies: REMEDIES,
  },
  {
    ...common,
    id: 'certificate',
    title: 'Bescheinigung nach § 42a VwVfG',
    outcome: 'certificate',
    subject: 'Bescheinigung nach § 42a Abs. 3 VwVfG: {{subject}}',
    paragraphs: [
      GREETING,
      'Ihr Antrag ist am {{receivedDay}} bei uns eingegangen. Über ihn war bis zum {{dueDay}} zu entscheiden. Bis dahin ist keine Entscheidung ergangen.',
      'Damit gilt die beantragte Genehmigung als erteilt (§ 42a Abs. 1 VwVfG, {{legalBasis}}). Das bescheinigen wir Ihnen hiermit.',
    ],
    remedies: `Gegen die als erteilt geltende Genehmigung kann man innerhalb eines Monats nach Bekanntgabe dieser Bescheinigung ${OBJECTION}`,
  },
  {
    ...common,
    id: 'notice',
    title: 'Beitragsbescheid',
    outcome: 'notice',
    subject: 'Beitragsbescheid für den Zeitraum {{period}}',
    paragraphs: [
      '{{salutation}},',
      'für den Zeitraum {{period}} setzen wir Ihren Beitrag auf {{total}} fest. Sie sind beitragspflichtig als {{debtorRole}} dieser Grundstücke:',
      '| Grundstück | Fläche |\n| {{parcel.label}} | {{parcel.area}} |',
      '? {{debtorRole}} = Erbbauberechtigter\nSie schulden den Beitrag an Stelle der Eigentümerin oder des Eigentümers, weil für das Grundstück ein Erbbaurecht besteht.',
      '? {{replaces}}\nDieser Bescheid ersetzt den Bescheid vom {{replaces}}. Der frühere Bescheid gilt nicht mehr.',
      '? {{comesAgain}}\nDiesen Bescheid haben wir Ihnen schon einmal geschickt. Der Brief vom {{comesAgain}} hat Sie nicht erreicht; es gilt dieser.',
      '# Berechnung',
      '| Grundlage | Betrag |\n| {{item.label}} | {{item.amount}} |\n|= Zu zahlen | {{total}} |',
      '# Zahlung',
      'Bitte zahlen Sie bis zum {{payableBy}} und geben Sie dabei das Kassenzeichen {{cashReference}} an.',
    ],
    remedies: REMEDIES,
  },
]
