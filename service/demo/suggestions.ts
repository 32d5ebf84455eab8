import type { Staff, Suggestion } from '../../shared/domains/staff/tables.ts'
import { derivedUuid, ServiceId, SuggestionId } from '../../shared/ids.ts'
import { TOWN_SCOPE } from '../../shared/scope.ts'
import { plusDays, type Instant } from '../../shared/time.ts'
import { TOWN } from './town.ts'

interface DemoSuggestion {
  readonly by: string
  readonly daysAgo: number
  readonly about: Suggestion['about']
  readonly text: string
  readonly answer?: { readonly by: string; readonly daysAgo: number; readonly state: Suggestion['state']; readonly text: string }
}

const screen = (name: string): Suggestion['about'] => ({ kind: 'screen', screen: name })
const service = (id: string): Suggestion['about'] => ({ kind: 'service', serviceId: ServiceId.parse(id) })

/** What staff of the demo town would like to have, and what came of it. */
const SUGGESTIONS: readonly DemoSuggestion[] = [
  { by: 'katrin.sommer', daysAgo: 2, about: service('dog-registration'), text: 'Viele laden statt der Haftpflicht die Rechnung hoch. Ein Bild daneben, welche Seite gemeint ist, würde Nachfragen sparen.' },
  {
    by: 'ronny.voss', daysAgo: 19, about: screen('applications'), text: 'In der Liste würde mir eine Spalte helfen, ob der Antrag auf Papier kam.',
    answer: { by: 'joerg.wernicke', daysAgo: 12, state: 'planned', text: 'Guter Hinweis. Filtern können Sie danach schon, die Spalte ist für den Januar vorgesehen.' },
  },
  {
    by: 'claudia.neumann', daysAgo: 33, about: screen('case'), text: 'Beim Vorschlagen würde ich gern meine letzten Begründungen wiederverwenden.',
    answer: { by: 'rene.schernikau', daysAgo: 30, state: 'done', text: 'Dafür gibt es jetzt Textbausteine je Leistung. Schreiben Sie mir, welche noch fehlen.' },
  },
  {
    by: 'kerstin.wulf', daysAgo: 41, about: screen('applications'), text: 'Bitte die Namen der Antragstellenden in der Übersicht abkürzen, wenn Besuch im Zimmer ist.',
    answer: { by: 'sabine.roessler', daysAgo: 38, state: 'declined', text: 'Das verstehe ich, doch abgekürzte Namen führen zu Verwechslungen. Bitte sperren Sie den Bildschirm mit Alt+L, das geht mit einem Griff.' },
  },
  { by: 'yvonne.sass', daysAgo: 5, about: screen('suggestions'), text: 'Schön, dass man das jetzt aufschreiben kann. Könnte man Vorschläge auch unterstützen, damit man sieht, wie viele das auch möchten?' },
]

/** The suggestions as rows; whoever is named is among the staff. */
export function demoSuggestions(staff: readonly Omit<Staff, 'version' | 'scope'>[], today: Instant): readonly Suggestion[] {
  const person = (login: string) => {
    const found = staff.find(account => account.login === login)
    if (!found) throw new Error(`nobody in the demo town is called ${login}`)
    return found
  }
  return SUGGESTIONS.map(({ by, daysAgo, about, text, answer }, index) => {
    const author = person(by)
    const lead = answer && person(answer.by)
    return {
      id: SuggestionId.parse(derivedUuid(TOWN.id, `suggestion/${index}`)), scope: TOWN_SCOPE, version: 0, about, text, accountId: author.id,
      authorId: author.personId, authorName: author.name, at: plusDays(today, -daysAgo), state: answer?.state ?? 'open', answer: answer?.text ?? null,
      answeredBy: lead?.personId ?? null, answeredByName: lead?.name ?? null, answeredAt: answer ? plusDays(today, -answer.daysAgo) : null,
      answerSeenAt: answer && answer.daysAgo > 20 ? plusDays(today, 1 - answer.daysAgo) : null,
    }
  })
}
