export const FIRST_NAMES = [
  'Änne', 'Anton', 'Björn', 'Brigitte', 'Carsten', 'Cäcilia', 'Detlef', 'Dörte', 'Elke', 'Emil', 'Frieda', 'Friedrich', 'Gisela', 'Günther',
  'Hannelore', 'Heiko', 'Ingrid', 'Jörg', 'Jürgen', 'Katrin', 'Klaus', 'Leonie', 'Lars', 'Margarete', 'Mehmet', 'Nele', 'Norbert', 'Olga', 'Otto',
  'Petra', 'Paul', 'Regina', 'Rüdiger', 'Sabine', 'Sören', 'Tanja', 'Thomas', 'Ursula', 'Uwe', 'Verena', 'Volker', 'Wiebke', 'Wolfgang', 'Yasemin', 'Zoë',
] as const

const NAME_STARTS = [
  'Groß', 'Klein', 'Lang', 'Alt', 'Neu', 'Ober', 'Unter', 'Hinter', 'Stein', 'Berg', 'Tal', 'Wald', 'Feld', 'Wiesen', 'Bach', 'Müller', 'Schmidt',
  'Köhler', 'Schäfer', 'Böttcher', 'Krüger', 'Möller', 'Jäger', 'Förster', 'Gärtner', 'Weiß', 'Schwarz', 'Rot', 'Grün', 'Linden', 'Eichen', 'Buchen',
] as const

const NAME_ENDS = ['', 'mann', 'er', 'kopf', 'hauer', 'ing', 'ke', 'berger', 'hoff', 'meyer', 'feldt', 'bach', 'brück', 'stedt', 'rath', 'lein', 'ström', 'witz'] as const

export const LAST_NAMES: readonly string[] = NAME_STARTS.flatMap(start => NAME_ENDS.map(end => start + end))

export const LOCALITIES = [
  'Bellingen', 'Birkholz', 'Bittkau', 'Cobbel', 'Demker', 'Grieben', 'Hüselitz', 'Jerchel', 'Kehnert', 'Lüderitz', 'Mahlpfuhl', 'Ringfurth',
  'Schernebeck', 'Schönwalde', 'Tangerhütte', 'Uchtdorf', 'Uetz', 'Weißewarte', 'Windberge',
] as const

export const STREETS = [
  'Am Mühlenberg', 'Bahnhofstraße', 'Bismarckstraße', 'Breite Straße', 'Dorfstraße', 'Gartenweg', 'Goethestraße', 'Hauptstraße', 'Kirchgasse',
  'Lindenallee', 'Neue Straße', 'Rosa-Luxemburg-Straße', 'Schönwalder Chaussee', 'Stendaler Straße', 'Straße der Jugend', 'Ziegeleiweg',
] as const

export const TOPICS = [
  ['dog-registration', 'ordnung', 'Hundeanmeldung'], ['dog-deregistration', 'ordnung', 'Hundeabmeldung'],
  ['business-registration', 'gewerbe', 'Gewerbeanmeldung'], ['business-change', 'gewerbe', 'Gewerbeummeldung'],
  ['business-deregistration', 'gewerbe', 'Gewerbeabmeldung'], ['day-care-deregistration', 'soziales', 'Abmeldung aus der Kindertagesstätte'],
  ['day-care-refund', 'soziales', 'Erstattung von Elternbeiträgen'], ['house-number', 'bauamt', 'Zuteilung einer Hausnummer'],
  ['tree-felling', 'bauamt', 'Antrag auf Baumfällung'], ['special-use', 'ordnung', 'Sondernutzung öffentlicher Flächen'],
  ['parking-permit', 'ordnung', 'Bewohnerparkausweis'], ['fishing-licence', 'ordnung', 'Fischereischein'],
] as const

const SENTENCES = [
  'Ich bitte um eine zeitnahe Bearbeitung, da die Frist bereits in der kommenden Woche abläuft.',
  'Die erforderlichen Unterlagen habe ich beigefügt; das Original kann bei Bedarf vorgelegt werden.',
  'Wir sind erst vor Kurzem aus der Nachbargemeinde zugezogen und kennen die örtlichen Regelungen noch nicht.',
  'Über eine telefonische Rückfrage am Nachmittag würde ich mich freuen, vormittags bin ich berufstätig.',
  'Der Hund wurde aus dem Tierheim übernommen und ist geimpft, gechippt sowie haftpflichtversichert.',
  'Die Tätigkeit wird zunächst im Nebenerwerb ausgeübt und soll im Frühjahr ausgeweitet werden.',
  'Das Grundstück liegt am Ortsausgang neben dem alten Feuerwehrgerätehaus und hat bisher keine eigene Nummer.',
  'Die Erstattung überweisen Sie bitte auf das unten genannte Konto; der Bescheid kann elektronisch zugestellt werden.',
] as const

export const REMARKS: readonly string[] = SENTENCES
export const STAFF_NAMES = ['Katrin Sommer', 'Jens Böhme', 'Uta Schröder', 'Ralf Öztürk', 'Marlies Voß', 'Dirk Äppler', 'Silke Neumann', 'Holger Krause'] as const
