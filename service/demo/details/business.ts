import { step, years, type Detail } from './detail.ts'

const TRADE_FILE = years(10, 'Aktenplan der Stadt, Gewerbewesen; § 14 GewO')
const ROAD_FILE = years(5, 'Aktenplan der Stadt, Sondernutzung')

/** Trade, public order and markets. */
export const BUSINESS_DETAILS: Readonly<Record<string, Detail>> = {
  'business-registration': {
    about: ['Wer ein Gewerbe beginnt, zeigt es zugleich mit dem Beginn an. Die Stadt bestätigt den Eingang innerhalb von drei Tagen und benachrichtigt Finanzamt, Kammer und Berufsgenossenschaft.', 'Whoever starts a business gives notice of it at the same time. The town confirms within three days and informs the tax office, the chamber and the accident insurer.'],
    documents: [['Personalausweis oder Pass', 'Identity card or passport'], ['Erlaubnis, wenn die Tätigkeit eine braucht', 'Permit, if the activity needs one'], ['Handelsregisterauszug bei eingetragenen Firmen', 'Extract from the commercial register for registered companies']],
    fees: [['Bestätigung der Anzeige', 'Confirmation of the notice', 2_600]],
    retention: TRADE_FILE,
    sortable: ['businessName', 'legalForm', 'startsOn'],
    steps: [step('check-permit', ['Erlaubnispflicht geprüft', 'Checked whether a permit is needed']), step('inform-authorities', ['Finanzamt und Kammer benachrichtigt', 'Tax office and chamber informed'])],
    automatic: [{ kind: 'tag', tag: 'Gewerbe' }],
  },
  'business-change': {
    about: ['Ziehen Sie mit dem Betrieb um oder ändern Sie Tätigkeit, Namen oder Rechtsform, zeigen Sie das hier an.', 'Tell us here when your business moves or changes its activity, name or legal form.'],
    documents: [['Personalausweis oder Pass', 'Identity card or passport'], ['Bisherige Gewerbeanmeldung', 'Former registration']],
    fees: [['Bestätigung der Anzeige', 'Confirmation of the notice', 2_000]],
    retention: TRADE_FILE,
    sortable: ['businessName', 'changeKind', 'changesOn'],
    automatic: [{ kind: 'tag', tag: 'Gewerbe' }],
  },
  'business-deregistration': {
    about: ['Geben Sie Ihren Betrieb auf oder verlegen Sie ihn in eine andere Gemeinde, melden Sie ihn hier ab.', 'If you close your business or move it to another municipality, deregister it here.'],
    documents: [['Bisherige Gewerbeanmeldung', 'Former registration']],
    fees: [['Abmeldung', 'Deregistration', 0]],
    retention: TRADE_FILE,
    sortable: ['businessName', 'endsOn', 'endReason'],
    automatic: [{ kind: 'tag', tag: 'Gewerbe' }],
  },
  'road-use': {
    about: ['Wer Container, Gerüst oder Stand auf öffentlicher Straße aufstellt, braucht eine Sondernutzungserlaubnis. Stellen Sie den Antrag zwei Wochen vorher.', 'A skip, scaffold or stall on a public road needs a permit for special use. Apply two weeks before.'],
    documents: [['Lageplan mit Maßen', 'Site plan with measurements'], ['Foto der Stelle', 'Photo of the place']],
    fees: [['Verwaltungsgebühr', 'Administrative fee', 2_500], ['Nutzung je m² und Woche', 'Use per m² and week', 150]],
    retention: ROAD_FILE,
    sortable: ['useKind', 'useFrom', 'useTo', 'useArea'],
    steps: [step('site-visit', ['Stelle angesehen', 'Place looked at']), step('traffic-order', ['Verkehrsrechtliche Anordnung abgestimmt', 'Traffic order agreed'])],
    automatic: [{ kind: 'follow-up', days: 7 }],
  },
  posters: {
    about: ['Plakate an Laternen und Aufstellern im Stadtgebiet brauchen eine Erlaubnis. Höchstens 60 Stück für höchstens drei Wochen.', 'Posters on lamp posts and stands in town need a permit: 60 pieces for three weeks at most.'],
    documents: [['Muster des Plakats', 'Sample of the poster']],
    fees: [['Erlaubnis bis 30 Plakate', 'Permit for up to 30 posters', 2_000], ['Jedes weitere Plakat', 'Every further poster', 50]],
    retention: ROAD_FILE,
    sortable: ['posterPurpose', 'postersFrom', 'posterCount'],
  },
  'resident-parking': {
    about: ['Wer in einem Gebiet mit Bewohnerparken gemeldet ist und dort keinen Stellplatz hat, erhält einen Ausweis für ein Jahr.', 'Residents of a parking zone without a parking space of their own get a permit for one year.'],
    documents: [['Fahrzeugschein', 'Vehicle registration']],
    fees: [['Bewohnerparkausweis für ein Jahr', 'Residents’ parking permit for one year', 3_000]],
    retention: years(2, 'Aktenplan der Stadt, Straßenverkehr'),
    sortable: ['licencePlate', 'permitRequest', 'permitFrom'],
  },
  'travelling-trade-card': {
    about: ['Wer ohne vorherige Bestellung von Haus zu Haus oder auf Märkten verkauft, braucht eine Reisegewerbekarte. Entscheidet die Stadt nicht innerhalb von drei Monaten, gilt sie als erteilt.', 'Whoever sells from door to door or at fairs without an order needs a travelling trade card. If the town does not decide within three months, it is deemed granted.'],
    documents: [['Führungszeugnis', 'Certificate of conduct'], ['Auszug aus dem Gewerbezentralregister', 'Extract from the central trade register'], ['Lichtbild', 'Photograph']],
    fees: [['Reisegewerbekarte', 'Travelling trade card', 15_000], ['Beglaubigte Kopie', 'Certified copy', 1_500]],
    retention: TRADE_FILE,
    sortable: ['travellingWay', 'startsOn'],
    steps: [step('records', ['Führungszeugnis und Registerauszug liegen vor', 'Certificate of conduct and register extract are here'], { isRequired: true }), step('reliability', ['Zuverlässigkeit geprüft', 'Reliability checked'])],
    automatic: [{ kind: 'follow-up', days: 14 }],
  },
  'temporary-catering': {
    about: ['Wer aus besonderem Anlass vorübergehend Speisen oder Getränke anbietet, zeigt das spätestens zwei Wochen vorher an.', 'Whoever serves food or drink for a special occasion gives notice two weeks before at the latest.'],
    documents: [['Belehrung nach dem Infektionsschutzgesetz, wenn Speisen zubereitet werden', 'Hygiene instruction if food is prepared']],
    fees: [['Bestätigung je Tag', 'Confirmation per day', 1_500]],
    retention: years(3, 'Aktenplan der Stadt, Gaststätten'),
    sortable: ['occasion', 'cateringFrom', 'guests'],
  },
  bonfire: {
    about: ['Oster- und andere Brauchtumsfeuer sind der Stadt anzuzeigen, damit Feuerwehr und Leitstelle Bescheid wissen.', 'Easter and other customary fires are notified to the town, so that fire brigade and control room know of them.'],
    fees: [['Anzeige', 'Notice', 0]],
    retention: years(2, 'Aktenplan der Stadt, Gefahrenabwehr'),
    sortable: ['fireDate', 'fireLocality', 'guests'],
    steps: [step('fire-brigade', ['Feuerwehr benachrichtigt', 'Fire brigade informed'])],
    automatic: [{ kind: 'tag', tag: 'Feuerwehr' }],
  },
  'market-stall': {
    about: ['Für einen festen oder gelegentlichen Platz auf dem Wochenmarkt. Der Markt ist freitags von 8 bis 13 Uhr.', 'For a regular or occasional stall at the weekly market, Fridays from 8 to 13.'],
    documents: [['Gewerbeanmeldung oder Reisegewerbekarte', 'Business registration or travelling trade card'], ['Haftpflichtversicherung', 'Liability insurance']],
    fees: [['Je laufenden Meter und Tag', 'Per metre and day', 250], ['Strom je Tag', 'Electricity per day', 400]],
    retention: years(5, 'Aktenplan der Stadt, Märkte'),
    sortable: ['stallKind', 'stallLength', 'stallFrom'],
  },
  'market-setting': {
    about: ['Mit der Festsetzung gelten für Ihren Markt die Freiheiten der Gewerbeordnung, etwa bei Ladenschluss und Reisegewerbekarten. Nach drei Monaten ohne Entscheidung gilt sie als erteilt.', 'A set market enjoys the freedoms of the trade law, such as on opening hours. Without a decision within three months it is deemed granted.'],
    documents: [['Lageplan', 'Site plan'], ['Teilnahmebedingungen', 'Conditions for sellers'], ['Führungszeugnis der Veranstalterin oder des Veranstalters', 'Certificate of conduct of the organiser']],
    fees: [['Festsetzung', 'Setting', 12_500]],
    retention: TRADE_FILE,
    sortable: ['marketName', 'marketKind', 'marketFrom'],
    steps: [step('hearing', ['Polizei, Feuerwehr und Straßenverkehr gehört', 'Police, fire brigade and traffic heard'], { isRequired: true }), step('site-plan', ['Lageplan mit Rettungswegen geprüft', 'Site plan with escape routes checked'], { isRequired: true })],
    automatic: [{ kind: 'tag', tag: 'Veranstaltung' }, { kind: 'follow-up', days: 30 }],
  },
}
