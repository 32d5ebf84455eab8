import type { Conversation, MessageDesk, Topic } from '../../../shared/domains/messages/conversation-tables.ts'
import type { DepartmentKey } from '../town.ts'

const topic = (de: string, en: string): Topic => ({ de, en })

interface DemoDesk extends Pick<MessageDesk, 'topics' | 'answerDays'> {
  readonly department: DepartmentKey
}

export const DEMO_DESKS: readonly DemoDesk[] = [
  { department: 'steuern', answerDays: 3, topics: [topic('Steuern und Abgaben', 'Taxes and charges'), topic('Hundesteuer', 'Dog tax'), topic('Mahnung und Zahlung', 'Reminders and payment')] },
  { department: 'ordnung', answerDays: 2, topics: [topic('Ordnung und Sauberkeit', 'Order and cleanliness'), topic('Lärm', 'Noise'), topic('Parken und Verkehr', 'Parking and traffic')] },
  { department: 'bildung', answerDays: 5, topics: [topic('Kita und Schule', 'Day care and school')] },
  { department: 'bau', answerDays: 3, topics: [topic('Straßen, Wege, Laternen', 'Streets, paths, lamps'), topic('Spielplätze und Grün', 'Playgrounds and green')] },
]

/** Who says what: `c` the citizen, `t` the town, `n` a note for colleagues. */
type Line = readonly ['c' | 't' | 'n', string]

/** Department, topic, days ago, what it is about, how it stands, who has it (login), what was said. */
export interface Talk {
  readonly department: DepartmentKey
  readonly topic: number
  readonly daysAgo: number
  readonly subject: string
  readonly state: Conversation['state']
  readonly by?: string
  readonly via?: Conversation['via']
  readonly language?: 'en'
  readonly withoutEmail?: true
  readonly lines: readonly Line[]
}

export const DEMO_TALKS: readonly Talk[] = [
  { department: 'steuern', topic: 1, daysAgo: 8, subject: 'Hund gestorben, was muss ich tun?', state: 'open', by: 'katrin.sommer', lines: [['c', 'Guten Tag,\n\nunser Hund ist letzte Woche gestorben. Muss ich ihn abmelden, und was brauchen Sie dafür? Die Steuermarke habe ich noch.']] },
  { department: 'steuern', topic: 0, daysAgo: 1, subject: 'Grundsteuerbescheid nicht erhalten', state: 'new', lines: [['c', 'Meine Nachbarn haben den neuen Bescheid schon, ich nicht. Kommt da noch etwas?']] },
  { department: 'steuern', topic: 2, daysAgo: 6, subject: 'Ratenzahlung möglich?', state: 'answered', by: 'jana.thiele', lines: [['c', 'Ich kann die Gewerbesteuer diesen Monat nicht auf einmal zahlen. Geht das in Raten?'], ['n', 'Konto geprüft, bisher immer pünktlich.'], ['t', 'Guten Tag,\n\nja, das geht. Bitte stellen Sie den Antrag auf Stundung im Portal und nennen Sie dort die Höhe der Raten.']] },
  { department: 'steuern', topic: 1, daysAgo: 3, subject: 'Second dog in the household', state: 'new', language: 'en', lines: [['c', 'Hello, we would like to keep a second dog. How much is the tax for it, and until when do we have to register?']] },
  { department: 'steuern', topic: 0, daysAgo: 0, subject: 'Neue Bankverbindung', state: 'new', lines: [['c', 'Ab Januar bitte von meinem neuen Konto abbuchen. Wohin mit dem Formular?']] },
  { department: 'steuern', topic: 2, daysAgo: 12, subject: 'Mahnung trotz Zahlung', state: 'closed', by: 'katrin.sommer', lines: [['c', 'Ich habe am 2. überwiesen und am 9. eine Mahnung bekommen. Beleg liegt bei mir.'], ['t', 'Ihre Zahlung und unsere Mahnung haben sich gekreuzt. Die Mahngebühr wird nicht erhoben.'], ['c', 'Vielen Dank!']] },
  { department: 'steuern', topic: 0, daysAgo: 2, subject: 'Bittet um Rückruf wegen der Zweitwohnung', state: 'open', by: 'olaf.hesse', via: 'telephone', withoutEmail: true, lines: [['n', 'Ist am Montag ab 9 Uhr zu Hause. Fragt, ob die Wohnung des Sohnes als Zweitwohnung zählt.']] },
  { department: 'steuern', topic: 0, daysAgo: 5, subject: 'Eigentümerwechsel Flurstück in Lüderitz', state: 'open', by: 'mandy.kunze', lines: [['c', 'Wir haben das Grundstück im Sommer verkauft. Der Bescheid kam trotzdem an uns.'], ['t', 'Bitte schicken Sie uns die erste und die letzte Seite des Kaufvertrags.'], ['c', 'Ist unterwegs. Sollen die Namen der Käufer geschwärzt sein?']] },
  { department: 'steuern', topic: 1, daysAgo: 4, subject: 'Befreiung für einen Blindenführhund', state: 'answered', by: 'katrin.sommer', lines: [['c', 'Ich bekomme einen Blindenführhund. Muss ich dafür Steuer zahlen?'], ['t', 'Nein. Bitte melden Sie den Hund an und legen Sie den Ausweis bei; dann befreien wir ihn.']] },
  { department: 'ordnung', topic: 0, daysAgo: 5, subject: 'Müll am Container in der Gartenstraße', state: 'new', lines: [['c', 'Seit einer Woche liegen dort Säcke neben dem Container, inzwischen auch ein Sofa.']] },
  { department: 'ordnung', topic: 1, daysAgo: 1, subject: 'Laubbläser am Sonntag', state: 'new', lines: [['c', 'Am Sonntag um 8 Uhr wurde bei uns in der Straße Laub geblasen. Ist das erlaubt?']] },
  { department: 'ordnung', topic: 2, daysAgo: 9, subject: 'Parkausweis für Bewohner', state: 'closed', by: 'silke.bartels', lines: [['c', 'Wo bekomme ich einen Parkausweis?'], ['t', 'Im Portal unter „Bewohnerparkausweis“ oder bei uns am Schalter.']] },
  { department: 'ordnung', topic: 2, daysAgo: 2, subject: 'Schild an der Schule verdeckt', state: 'open', by: 'ronny.voss', lines: [['c', 'Das Schild „Tempo 30“ vor der Grundschule ist von einer Hecke zugewachsen.'], ['n', 'An den Bauhof gegeben.']] },
  { department: 'ordnung', topic: 0, daysAgo: 0, subject: 'Fundfahrrad am Bahnhof', state: 'new', lines: [['c', 'Am Bahnhof steht seit Tagen ein blaues Damenrad ohne Schloss.']] },
  { department: 'ordnung', topic: 1, daysAgo: 7, subject: 'Feuerwerk bei der Hochzeit', state: 'answered', by: 'doreen.gericke', lines: [['c', 'Wir heiraten im Mai und möchten ein kleines Feuerwerk. Was brauchen wir?'], ['t', 'Dafür brauchen Sie eine Ausnahme. Den Antrag finden Sie im Portal, bitte sechs Wochen vorher.']] },
  { department: 'ordnung', topic: 2, daysAgo: 3, subject: 'Beschwerde über Falschparker', state: 'new', via: 'counter', lines: [['n', 'Kam persönlich vorbei: In der Breiten Straße stehen jeden Freitag Autos auf dem Gehweg.']] },
  { department: 'bildung', topic: 0, daysAgo: 6, subject: 'Platz in der Kita ab August', state: 'open', by: 'nicole.arndt', lines: [['c', 'Wir ziehen im Juli nach Tangerhütte und suchen für unsere Tochter (2) einen Platz.'], ['t', 'Herzlich willkommen! In welchem Ort werden Sie wohnen?'], ['c', 'In Uchtdorf.']] },
  { department: 'bildung', topic: 0, daysAgo: 1, subject: 'Essengeld bei Krankheit', state: 'new', lines: [['c', 'Mein Sohn war drei Tage krank. Wird das Essengeld erstattet?']] },
  { department: 'bildung', topic: 0, daysAgo: 10, subject: 'Schulbus um 6:40 Uhr', state: 'closed', by: 'sandra.ehrlich', lines: [['c', 'Der Bus kommt oft zehn Minuten zu spät.'], ['t', 'Wir haben es an den Landkreis gegeben, der den Schulbus bestellt.']] },
  { department: 'bau', topic: 0, daysAgo: 7, subject: 'Laterne in der Bismarckstraße aus', state: 'new', lines: [['c', 'Vor der Nummer 12 ist es seit Tagen dunkel.']] },
  { department: 'bau', topic: 0, daysAgo: 2, subject: 'Schlagloch zwischen Grieben und Bittkau', state: 'open', by: 'torsten.wegener', lines: [['c', 'In der Kurve ist ein tiefes Loch, mein Reifen ist kaputt. Zahlt die Stadt das?'], ['n', 'Kreisstraße, nicht unsere. Antwort mit Adresse des Landkreises.']] },
  { department: 'bau', topic: 1, daysAgo: 4, subject: 'Schaukel auf dem Spielplatz gebrochen', state: 'answered', lines: [['c', 'Die Schaukel am Neustädter Ring ist gebrochen, da kann sich jemand verletzen!'], ['t', 'Danke für den Hinweis. Der Bauhof hat die Schaukel heute früh abgenommen, eine neue ist bestellt.']] },
  { department: 'bau', topic: 1, daysAgo: 0, subject: 'Baum neigt sich über den Weg', state: 'new', lines: [['c', 'Am Weg zum Schloss neigt sich nach dem Sturm eine Birke. Bitte nachsehen.']] },
  { department: 'bau', topic: 0, daysAgo: 1, subject: 'Winterdienst auf dem Gehweg', state: 'new', withoutEmail: true, lines: [['c', 'Muss ich auch räumen, wenn vor meinem Haus kein Gehweg ist?']] },
  { department: 'bau', topic: 0, daysAgo: 3, subject: 'Bauzaun versperrt die Einfahrt', state: 'open', via: 'telephone', lines: [['n', 'Firma Krause anrufen: Zaun um zwei Meter versetzen lassen.']] },
]
