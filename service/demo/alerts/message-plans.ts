import type { Alert } from '../../../shared/domains/alerts/tables.ts'
import type { GapValues } from '../../../shared/domains/alerts/fill-template.ts'
import type { TemplateKey } from './templates.ts'

/** Who did something, and how many minutes after the message was begun. */
type Step = readonly [login: string, after: number]

/** A message of the demo: what it says, and what became of it. */
export interface MessagePlan {
  readonly key: string
  readonly template: TemplateKey
  readonly places: readonly string[]
  readonly values: GapValues
  readonly source?: string
  /** When it was begun. */
  readonly minutesAgo: number
  /** From its begin to its end. */
  readonly holds: number
  readonly writer: string
  readonly mode?: Alert['mode']
  readonly kind?: Alert['kind']
  /** The message that it corrects or ends. */
  readonly follows?: string
  readonly endedBy?: string
  readonly submitted?: Step
  readonly wished?: Step
  readonly judged?: readonly [...step: Step, kind: 'returned' | 'rejected', reason: string]
  readonly withdrawn?: Step
  readonly released?: Step
  readonly alone?: { readonly reason: string; readonly reviewed: readonly [...step: Step, note: string] | null }
  readonly stopped?: readonly [...step: Step, reason: string]
}

/** Texts of a moment, as people write them. */
export interface Words {
  /** `20:15`, so many minutes ago. */
  clock(minutesAgo: number): string
  /** `24.11.2026`, so many days from today. */
  day(days: number): string
}

const HOUR = 60
const DAY = 24 * HOUR

/** What runs, waits and was sent in the last weeks: something in every stage, the later ones of a matter after those they follow. */
export const messagePlans = (words: Words): readonly MessagePlan[] => [...hazards(words), ...beforeRelease(words), ...news(words)]

function hazards({ clock, day }: Words): readonly MessagePlan[] {
  const fire = { Ort: 'Tangerhütte', 'Straße oder Stelle': 'Lagerplatz Industriestraße', Uhrzeit: clock(9 * DAY + 20) }
  const power = { Ort: 'Grieben', Uhrzeit: clock(3 * DAY + 15), Ende: clock(3 * DAY - 3 * HOUR), Anlaufstelle: 'Feuerwehrhaus Grieben' }
  const drill = { Ort: 'Weißewarte', 'Straße oder Stelle': 'Waldrand am Wildpark', Uhrzeit: clock(19 * DAY) }
  return [
    {
      key: 'water', template: 'water', places: ['Uchtdorf', 'Uetz'], minutesAgo: 2 * HOUR, holds: 7 * HOUR, writer: 'silke.bartels', submitted: ['silke.bartels', 4], released: ['joerg.wernicke', 7],
      source: 'Wasserverband', values: { Ort: 'Uchtdorf und Uetz', Uhrzeit: clock(2 * HOUR + 25), 'betroffene Straßen': 'alle Straßen', Ende: clock(-4 * HOUR), Ausgabestelle: 'Feuerwehrhaus Uchtdorf' },
    },
    // Nobody has called it off: it is shown until somebody does.
    {
      key: 'storm', template: 'storm', places: ['Lüderitz', 'Windberge', 'Hüselitz'], minutesAgo: 30 * HOUR, holds: 10 * HOUR, writer: 'ronny.voss', submitted: ['ronny.voss', 6], released: ['steffen.albrecht', 9],
      values: { Ort: 'Lüderitz und Umgebung', Uhrzeit: clock(28 * HOUR), Stärke: '95' },
    },
    // Sent alone, and not looked at by anybody else yet.
    {
      key: 'power', template: 'power', places: ['Grieben', 'Schelldorf'], values: power, minutesAgo: 3 * DAY, holds: 6 * HOUR, writer: 'thomas.giese', released: ['thomas.giese', 3], endedBy: 'power-over',
      source: 'Bereitschaft Ordnungsamt', alone: { reason: 'Nacht, niemand sonst zu erreichen, Menschen mit Beatmungsgeräten betroffen.', reviewed: null },
    },
    {
      key: 'power-over', template: 'power', kind: 'all-clear', follows: 'power', places: ['Grieben', 'Schelldorf'], values: power, minutesAgo: 3 * DAY - 3 * HOUR, holds: 12 * HOUR, writer: 'doreen.gericke',
      submitted: ['doreen.gericke', 2], released: ['steffen.albrecht', 5],
    },
    {
      key: 'fire', template: 'fire', places: ['Tangerhütte', 'Birkholz'], values: fire, minutesAgo: 9 * DAY, holds: 4 * HOUR, writer: 'steffen.albrecht', released: ['steffen.albrecht', 2], endedBy: 'fire-over',
      source: 'Einsatzleitung Feuerwehr Tangerhütte', alone: { reason: 'Giftiger Rauch zieht auf Wohnhäuser, keine zweite Person erreichbar.', reviewed: ['joerg.wernicke', 11 * HOUR, 'War richtig und eilig.'] },
    },
    {
      key: 'fire-over', template: 'fire', kind: 'all-clear', follows: 'fire', places: ['Tangerhütte', 'Birkholz'], values: fire, minutesAgo: 9 * DAY - 3 * HOUR, holds: 12 * HOUR, writer: 'silke.bartels',
      submitted: ['silke.bartels', 3], released: ['thomas.giese', 6], source: 'Einsatzleitung Feuerwehr Tangerhütte',
    },
    {
      key: 'drill', template: 'fire', mode: 'training', places: ['Weißewarte'], values: drill, minutesAgo: 19 * DAY, holds: 2 * HOUR, writer: 'silke.bartels', submitted: ['silke.bartels', 5],
      released: ['joerg.wernicke', 8], endedBy: 'drill-over',
    },
    {
      key: 'drill-over', template: 'fire', mode: 'training', kind: 'all-clear', follows: 'drill', places: ['Weißewarte'], values: drill, minutesAgo: 19 * DAY - HOUR, holds: 2 * HOUR, writer: 'silke.bartels',
      submitted: ['silke.bartels', 2], released: ['joerg.wernicke', 4],
    },
    {
      key: 'bomb', template: 'bomb', places: ['Demker'], minutesAgo: 35, holds: 14 * HOUR, writer: 'ronny.voss', submitted: ['ronny.voss', 20], source: 'Ordnungsamt der Stadt Tangerhütte',
      values: { Ort: 'Demker', Fundort: 'Acker am Bahndamm', Umkreis: '500', Räumung: clock(-5 * HOUR), Sammelstelle: 'Dorfgemeinschaftshaus Bellingen', Telefon: '03935 000000' },
    },
    { key: 'flood', template: 'flood', places: ['Bittkau'], minutesAgo: 50, holds: DAY, writer: 'doreen.gericke', values: { Ort: 'Bittkau', Gewässer: 'Elbe' } },
    // Somebody wanted to give it on without a connection: they are asked again.
    {
      key: 'storm-wished', template: 'storm', places: ['Cobbel'], minutesAgo: 3 * HOUR, holds: 12 * HOUR, writer: 'silke.bartels', wished: ['silke.bartels', 12], values: { Ort: 'Cobbel', Uhrzeit: clock(-2 * HOUR), Stärke: '80' },
    },
    {
      key: 'water-withdrawn', template: 'water', places: ['Kehnert'], minutesAgo: 6 * DAY, holds: 6 * HOUR, writer: 'birgit.pahl', submitted: ['birgit.pahl', 3], withdrawn: ['birgit.pahl', 9],
      values: { Ort: 'Kehnert', Uhrzeit: clock(6 * DAY), 'betroffene Straßen': 'Dorfstraße', Ende: clock(6 * DAY - 4 * HOUR), Ausgabestelle: `Dorfplatz, ab ${day(-6)}` },
    },
  ]
}

const TELEPHONE = '03935 000000'

function beforeRelease({ day }: Words): readonly MessagePlan[] {
  return [
    {
      key: 'kita-pending', template: 'dayCare', places: ['Lüderitz'], minutesAgo: 90, holds: 2 * DAY, writer: 'nicole.arndt', submitted: ['nicole.arndt', 8],
      values: { Kita: 'Kita Storchennest', Ort: 'Lüderitz', Tag: day(1), 'wieder offen': day(2), Telefon: TELEPHONE },
    },
    {
      key: 'tender-returned', template: 'tender', places: ['Tangerhütte'], minutesAgo: 26 * HOUR, holds: 20 * DAY, writer: 'torsten.wegener', submitted: ['torsten.wegener', 15],
      judged: ['rene.schernikau', 3 * HOUR, 'returned', 'Bitte die Frist prüfen: Der Bauausschuss tagt erst eine Woche später.'],
      values: { Auftrag: 'Winterdienst in den Ortschaften', Ort: 'allen Ortschaften', Frist: day(14), Vergabenummer: '2026-41' },
    },
    {
      key: 'clubs-rejected', template: 'clubs', places: ['Grieben'], minutesAgo: 5 * DAY, holds: 10 * DAY, writer: 'anja.steffens', submitted: ['anja.steffens', 30],
      judged: ['sabine.roessler', 2 * HOUR, 'rejected', 'Steht schon in der Nachricht von Montag.'],
      values: { Anlass: 'Gespräch über Hallenzeiten', Tag: day(8), Uhrzeit: '18:00', Ort: 'Grieben', Treffpunkt: 'Dorfgemeinschaftshaus', Telefon: TELEPHONE },
    },
  ]
}

function news({ day }: Words): readonly MessagePlan[] {
  const club = { Anlass: 'Beratung zur Vereinsförderung', Tag: day(9), Uhrzeit: '18:30', Ort: 'Tangerhütte', Treffpunkt: 'Kulturhaus, Vereinszimmer', Telefon: TELEPHONE }
  const kita = { Kita: 'Kita Zwergenland', Ort: 'Demker', 'wieder offen': day(-2), Telefon: TELEPHONE }
  return [
    {
      key: 'tender', template: 'tender', places: ['Bittkau'], minutesAgo: 4 * DAY, holds: 18 * DAY, writer: 'claudia.neumann', submitted: ['claudia.neumann', 20], released: ['rene.schernikau', 75],
      values: { Auftrag: 'neues Dach für die Alte Schule Bittkau', Ort: 'Bittkau', Frist: day(14), Vergabenummer: '2026-38' },
    },
    {
      key: 'neighbours', template: 'neighbours', places: ['Tangerhütte'], minutesAgo: 2 * DAY, holds: 12 * DAY, writer: 'kerstin.wulf', submitted: ['kerstin.wulf', 10], released: ['sabine.roessler', 45],
      values: { Tag: day(10), Ort: 'Tangerhütte', Uhrzeit: '16:00', Treffpunkt: 'Rathaus, Bürgersaal' },
    },
    {
      key: 'clubs', template: 'clubs', places: ['Tangerhütte'], minutesAgo: 6 * DAY, holds: 15 * DAY, writer: 'marie.uchtmann', submitted: ['marie.uchtmann', 12], released: ['sabine.roessler', 50],
      values: club, endedBy: 'clubs-moved',
    },
    {
      key: 'clubs-moved', template: 'clubs', kind: 'update', follows: 'clubs', places: ['Tangerhütte'], minutesAgo: 5 * DAY, holds: 14 * DAY, writer: 'marie.uchtmann', submitted: ['marie.uchtmann', 5],
      released: ['sabine.roessler', 20], values: { ...club, Treffpunkt: 'Kulturhaus, großer Saal' },
    },
    // The wrong house was named; what had not gone out yet never did.
    {
      key: 'kita-stopped', template: 'dayCare', places: ['Demker'], minutesAgo: 4 * DAY - 2 * HOUR, holds: 2 * DAY, writer: 'ines.mahlke', submitted: ['ines.mahlke', 4], released: ['heike.koeppe', 9],
      values: { ...kita, Tag: day(-3) }, stopped: ['heike.koeppe', 11, 'Falsche Kita genannt.'],
    },
    {
      key: 'pool', template: 'poolTown', places: ['Tangerhütte'], values: {}, minutesAgo: 20 * DAY, holds: 12 * HOUR, writer: 'ulrike.giese', submitted: ['ulrike.giese', 0], released: ['rene.schernikau', 6],
    },
  ]
}
