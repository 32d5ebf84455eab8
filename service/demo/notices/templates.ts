import { STANDARD_TEMPLATES } from '../../../shared/domains/letters/standard-templates.ts'
import type { LetterTemplate } from '../../../shared/domains/letters/tables.ts'
import { referenceTo } from '../../../shared/domains/letters/text-blocks.ts'
import { PAYMENT_BLOCK, PRIVACY_BLOCK } from './text-blocks.ts'

const standard = (): LetterTemplate => {
  const found = STANDARD_TEMPLATES.find(({ id }) => id === 'notice')
  if (!found) throw new Error('there is no standard notice')
  return found
}

export const UMLAGE_TEMPLATE = 'umlage-unterhaltung'
export const DOG_TAX_TEMPLATE = 'hundesteuer-jahr'

/** The notices that the demo town writes to many at once; remedies and all that is not said here are those of the standard one. */
export const demoNoticeTemplates = (): readonly LetterTemplate[] => [
  {
    ...standard(),
    id: UMLAGE_TEMPLATE,
    title: 'Umlage der Unterhaltungsverbände',
    position: 2,
    subject: 'Umlage der Unterhaltungsverbände, {{period}}',
    paragraphs: [
      '{{salutation}},',
      'damit Gräben und Bäche frei bleiben, zahlt die Stadt Beiträge an die Unterhaltungsverbände. Diese Beiträge legt sie auf die Grundstücke um, von denen das Wasser abfließt (§ 56 Wassergesetz für das Land Sachsen-Anhalt, Umlagesatzung der Stadt).',
      '? {{replaces}}\nDieser Bescheid ersetzt den Bescheid vom {{replaces}}. Der frühere Bescheid gilt nicht mehr.',
      '? {{comesAgain}}\nDiesen Bescheid haben wir Ihnen schon einmal geschickt. Der Brief vom {{comesAgain}} hat Sie nicht erreicht; es gilt dieser.',
      'Für die Zeit vom {{period}} setzen wir Ihre Umlage auf {{total}} fest. Sie zahlen als {{debtorRole}} für diese Flurstücke:',
      '| Gemarkung | Flur | Flurstück | Fläche |\n| {{parcel.district}} | {{parcel.section}} | {{parcel.number}} | {{parcel.area}} |',
      '? {{debtorRole}} = Erbbauberechtigter\nFür das Grundstück besteht ein Erbbaurecht. Deshalb zahlen Sie an Stelle der Eigentümerin oder des Eigentümers.',
      '? {{debtorRole}} = Nutzer\nWem das Grundstück gehört, ließ sich nicht feststellen. Deshalb zahlt, wer es nutzt.',
      '# Berechnung',
      '| Wofür | Betrag |\n| {{item.label}} | {{item.amount}} |\n|= Zu zahlen | {{total}} |',
      'Der Flächenbeitrag richtet sich nach der Größe des Grundstücks. Der Erschwernisbeitrag kommt hinzu, wo Flächen befestigt sind und das Wasser schneller abfließt.',
      referenceTo(PAYMENT_BLOCK),
      'Ein Widerspruch ändert daran nichts (§ 80 Abs. 2 Satz 1 Nr. 1 VwGO).',
      referenceTo(PRIVACY_BLOCK),
    ],
  },
  {
    ...standard(),
    id: DOG_TAX_TEMPLATE,
    title: 'Hundesteuer, Jahresbescheid',
    position: 3,
    subject: 'Hundesteuer, {{period}}',
    paragraphs: [
      '{{salutation}},',
      'für die Zeit vom {{period}} setzen wir Ihre Hundesteuer auf {{total}} fest. Grundlage ist die Hundesteuersatzung der Stadt.',
      '? {{replaces}}\nDieser Bescheid ersetzt den Bescheid vom {{replaces}}. Der frühere Bescheid gilt nicht mehr.',
      '? {{comesAgain}}\nDiesen Bescheid haben wir Ihnen schon einmal geschickt. Der Brief vom {{comesAgain}} hat Sie nicht erreicht; es gilt dieser.',
      '| Hund | Steuer |\n| {{item.label}} | {{item.amount}} |\n|= Zu zahlen | {{total}} |',
      referenceTo(PAYMENT_BLOCK),
      'Haben Sie Ihren Hund nicht mehr? Dann melden Sie ihn bitte ab. Zu viel Gezahltes bekommen Sie zurück.',
      referenceTo(PRIVACY_BLOCK),
    ],
  },
]
