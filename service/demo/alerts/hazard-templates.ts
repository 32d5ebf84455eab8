import type { TemplatePlan } from './template-plan.ts'

const HOUR = 60

/** What a town warns of: each with its all-clear, which nobody should have to think up at four in the morning. Its only gap is the place, which the message before names. */
export const HAZARD_TEMPLATES = {
  fire: {
    topic: 'gefahren', name: 'Brand mit Rauch', event: 'Brand', category: 'Fire', severity: 'Severe', minutes: 4 * HOUR,
    words: [
      [
        'Brand in {Ort}: Fenster und Türen schließen', 'Seit {Uhrzeit} Uhr brennt es in {Ort}: {Straße oder Stelle}. Die Feuerwehr löscht. Der Rauch ist giftig.',
        'Schließen Sie Fenster und Türen. Schalten Sie Lüftung und Klimaanlage aus. Bleiben Sie im Haus. Halten Sie die Straßen für die Feuerwehr frei. Wählen Sie 112 nur, wenn Sie selbst Hilfe brauchen.',
        'Brand in {Ort}, {Straße oder Stelle}. Fenster und Türen schließen, Lüftung aus, Gebiet meiden.',
      ],
      [
        'Fire in {Ort}: close windows and doors', 'A fire has been burning in {Ort} since {Uhrzeit}: {Straße oder Stelle}. The fire brigade is at work. The smoke is toxic.',
        'Close windows and doors. Switch off ventilation and air conditioning. Stay indoors. Keep the roads clear for the fire brigade. Call 112 only if you need help yourself.',
        'Fire in {Ort}, {Straße oder Stelle}. Close windows and doors, ventilation off, stay away.',
      ],
    ],
    over: [
      [
        'Der Brand in {Ort} ist gelöscht', 'Der Brand in {Ort} ist jetzt gelöscht. Es besteht keine Gefahr mehr.',
        'Sie können Fenster und Türen wieder öffnen. Lüften Sie gründlich.', 'Der Brand in {Ort} ist gelöscht. Keine Gefahr mehr. Bitte gründlich lüften.',
      ],
      [
        'The fire in {Ort} is out', 'The fire in {Ort} is now out. There is no more danger.', 'You may open windows and doors again. Air all rooms well.',
        'The fire in {Ort} is out. No more danger. Air all rooms well.',
      ],
    ],
  },
  // Its place is all that has to be filled in: words with which a first warning is out before anybody knows more.
  embankment: {
    topic: 'gefahren', name: 'Brand am Bahndamm', event: 'Brand am Bahndamm', category: 'Fire', severity: 'Severe', minutes: 4 * HOUR,
    words: [
      [
        'Brand am Bahndamm in {Ort}: Fenster und Türen schließen', 'In {Ort} brennt zurzeit die Böschung an der Bahn. Die Feuerwehr löscht. Rauch kann in Wohngebiete ziehen.',
        'Schließen Sie Fenster und Türen. Schalten Sie Lüftung und Klimaanlage aus. Bleiben Sie von der Bahnstrecke weg. Halten Sie die Straßen für die Feuerwehr frei. Wählen Sie 112 nur, wenn Sie selbst Hilfe brauchen.',
        'Brand am Bahndamm in {Ort}. Fenster und Türen schließen, Lüftung aus, Bahnstrecke meiden.',
      ],
      [
        'Fire on the railway embankment in {Ort}: close windows and doors', 'The railway embankment in {Ort} is on fire. The fire brigade is at work. Smoke may drift into homes.',
        'Close windows and doors. Switch off ventilation and air conditioning. Stay away from the railway. Keep the roads clear for the fire brigade. Call 112 only if you need help yourself.',
        'Fire on the railway embankment in {Ort}. Close windows and doors, ventilation off, keep away from the railway.',
      ],
    ],
    over: [
      [
        'Der Brand am Bahndamm in {Ort} ist gelöscht', 'Der Brand am Bahndamm in {Ort} ist jetzt gelöscht. Es besteht keine Gefahr mehr.',
        'Sie können Fenster und Türen wieder öffnen. Lüften Sie gründlich.', 'Der Brand am Bahndamm in {Ort} ist gelöscht. Keine Gefahr mehr. Bitte gründlich lüften.',
      ],
      [
        'The fire on the railway embankment in {Ort} is out', 'The fire on the railway embankment in {Ort} is now out. There is no more danger.', 'You may open windows and doors again. Air all rooms well.',
        'The fire on the railway embankment in {Ort} is out. No more danger. Air all rooms well.',
      ],
    ],
  },
  storm: {
    topic: 'gefahren', name: 'Sturm', event: 'Sturm', category: 'Met', severity: 'Severe', minutes: 8 * HOUR,
    words: [
      [
        'Sturm in {Ort}: im Haus bleiben', 'Ab {Uhrzeit} Uhr erwarten wir in {Ort} Sturm mit Böen bis {Stärke} km/h. Äste und Bäume können umstürzen.',
        'Bleiben Sie im Haus. Holen Sie herein, was fortfliegen kann. Meiden Sie Wald, Park und Friedhof. Parken Sie nicht unter Bäumen.',
        'Sturm in {Ort} ab {Uhrzeit} Uhr, Böen bis {Stärke} km/h. Im Haus bleiben, Wald und Parks meiden.',
      ],
      [
        'Storm in {Ort}: stay indoors', 'From {Uhrzeit} we expect a storm in {Ort} with gusts of up to {Stärke} km/h. Branches and trees may fall.',
        'Stay indoors. Bring in whatever may be blown away. Stay away from woods, parks and the cemetery. Do not park under trees.',
        'Storm in {Ort} from {Uhrzeit}, gusts up to {Stärke} km/h. Stay indoors, keep away from woods and parks.',
      ],
    ],
    over: [
      [
        'Der Sturm in {Ort} ist vorbei', 'Der Sturm in {Ort} hat jetzt nachgelassen. Es können noch Äste herabfallen.', 'Achten Sie weiter auf lose Äste. Melden Sie umgestürzte Bäume unter 112, wenn sie jemanden gefährden.',
        'Der Sturm in {Ort} ist vorbei. Achten Sie noch auf lose Äste.',
      ],
      [
        'The storm in {Ort} is over', 'The storm in {Ort} has now died down. Branches may still fall.', 'Still look out for loose branches. Call 112 about fallen trees that are a danger to somebody.',
        'The storm in {Ort} is over. Still look out for loose branches.',
      ],
    ],
  },
  flood: {
    topic: 'gefahren', name: 'Hochwasser', event: 'Hochwasser', category: 'Met', severity: 'Severe', minutes: 24 * HOUR,
    words: [
      [
        'Hochwasser in {Ort}: Keller räumen', 'Der Pegel {Gewässer} steht in {Ort} um {Uhrzeit} Uhr bei {Pegel} Metern und steigt. Keller und Straßen am Ufer können überflutet werden.',
        'Bringen Sie Wichtiges aus dem Keller nach oben. Schalten Sie im Keller den Strom ab. Betreten Sie keine überfluteten Straßen, Brücken und Deiche. Helfen Sie Nachbarn, die nicht allein zurechtkommen.',
        'Hochwasser in {Ort}: {Gewässer} bei {Pegel} m, steigend. Keller räumen, Ufer und Deiche meiden.',
      ],
      [
        'Flood in {Ort}: clear your cellar', 'At {Uhrzeit} the water level in {Ort} ({Gewässer}) is {Pegel} metres and rising. Cellars and roads near the water may be flooded.',
        'Bring what matters up from the cellar. Switch off the power there. Keep off flooded roads, bridges and dikes. Help neighbours who cannot manage alone.',
        'Flood in {Ort}: {Gewässer} at {Pegel} m and rising. Clear cellars, keep away from water and dikes.',
      ],
    ],
    over: [
      [
        'Das Hochwasser in {Ort} geht zurück', 'Das Wasser fällt jetzt in {Ort}. Die Straßen am Ufer sind wieder frei.',
        'Pumpen Sie Keller erst aus, wenn das Wasser draußen gefallen ist. Lassen Sie Strom und Heizung prüfen, bevor Sie sie einschalten.', 'Das Hochwasser in {Ort} geht zurück. Strom und Heizung vor dem Einschalten prüfen lassen.',
      ],
      [
        'The flood in {Ort} is going down', 'The water in {Ort} is now falling. The roads near it are open again.',
        'Pump out cellars only when the water outside has gone down. Have power and heating checked before you switch them on.', 'The flood in {Ort} is going down. Have power and heating checked before use.',
      ],
    ],
  },
  water: {
    topic: 'gefahren', name: 'Kein Wasser', event: 'Ausfall der Wasserversorgung', category: 'Infra', severity: 'Moderate', minutes: 8 * HOUR,
    words: [
      [
        'Kein Wasser in {Ort}', 'Seit {Uhrzeit} Uhr kommt in {Ort} kein Wasser aus der Leitung: {betroffene Straßen}. Ein Rohr ist gebrochen. Wir reparieren es bis etwa {Ende} Uhr.',
        'Schließen Sie alle Wasserhähne. Schalten Sie Waschmaschine und Spülmaschine aus. Trinkwasser gibt es hier: {Ausgabestelle}.', 'Kein Wasser in {Ort} bis etwa {Ende} Uhr. Trinkwasser gibt es hier: {Ausgabestelle}.',
      ],
      [
        'No water in {Ort}', 'There has been no tap water in {Ort} since {Uhrzeit}: {betroffene Straßen}. A pipe has burst. We will have mended it by about {Ende}.',
        'Close all taps. Switch off washing machine and dishwasher. Drinking water is handed out here: {Ausgabestelle}.', 'No water in {Ort} until about {Ende}. Drinking water is handed out here: {Ausgabestelle}.',
      ],
    ],
    over: [
      [
        'In {Ort} gibt es wieder Wasser', 'Die Leitung in {Ort} ist jetzt repariert. Das Wasser kann zuerst trüb sein.', 'Lassen Sie das Wasser laufen, bis es klar ist. Danach können Sie es wieder trinken.',
        'In {Ort} gibt es wieder Wasser. Laufen lassen, bis es klar ist.',
      ],
      [
        'The water in {Ort} is back', 'The pipe in {Ort} is now mended. The water may be cloudy at first.', 'Let the tap run until the water is clear. After that you may drink it again.',
        'The water in {Ort} is back. Let it run until it is clear.',
      ],
    ],
  },
  bomb: {
    topic: 'gefahren', name: 'Bombenfund', event: 'Fund eines Blindgängers', category: 'Safety', severity: 'Severe', minutes: 12 * HOUR,
    words: [
      [
        'Bombenfund in {Ort}: Häuser verlassen bis {Räumung} Uhr', 'In {Ort} wurde eine Bombe aus dem Zweiten Weltkrieg gefunden: {Fundort}. Sie wird heute entschärft. Im Umkreis von {Umkreis} Metern darf dann niemand sein.',
        'Verlassen Sie Ihr Haus bis {Räumung} Uhr. Nehmen Sie Ausweis, Medikamente und warme Kleidung mit. Hier können Sie warten: {Sammelstelle}. Wer nicht gehen kann, ruft diese Nummer an: {Telefon}.',
        'Bombenfund in {Ort}, {Fundort}. Häuser im Umkreis von {Umkreis} m bis {Räumung} Uhr verlassen. Warten: {Sammelstelle}.',
      ],
      [
        'Unexploded bomb in {Ort}: leave your house by {Räumung}', 'A bomb from the Second World War was found in {Ort}: {Fundort}. It will be made safe today. Nobody may be within {Umkreis} metres then.',
        'Leave your house by {Räumung}. Take identity card, medicines and warm clothes. You can wait here: {Sammelstelle}. If you cannot walk, call this number: {Telefon}.',
        'Unexploded bomb in {Ort}, {Fundort}. Leave houses within {Umkreis} m by {Räumung}. Wait here: {Sammelstelle}.',
      ],
    ],
    over: [
      [
        'Die Bombe in {Ort} ist entschärft', 'Die Bombe in {Ort} ist jetzt entschärft. Alle Straßen sind wieder frei.', 'Sie können in Ihre Häuser zurückkehren.', 'Die Bombe in {Ort} ist entschärft. Sie können zurück in Ihre Häuser.',
      ],
      ['The bomb in {Ort} has been made safe', 'The bomb in {Ort} is now safe. All roads are open again.', 'You may go back to your houses.', 'The bomb in {Ort} has been made safe. You may go back to your houses.'],
    ],
  },
  power: {
    topic: 'gefahren', name: 'Stromausfall', event: 'Stromausfall', category: 'Infra', severity: 'Moderate', minutes: 6 * HOUR,
    words: [
      [
        'Stromausfall in {Ort}', 'Seit {Uhrzeit} Uhr ist in {Ort} der Strom weg. Der Netzbetreiber sucht den Fehler. Bis etwa {Ende} Uhr soll der Strom wieder da sein.',
        'Schalten Sie Herd, Bügeleisen und Heizlüfter aus. Lassen Sie Kühlschränke zu. Sehen Sie nach Nachbarn, die auf Geräte angewiesen sind. Hilfe finden Sie hier: {Anlaufstelle}.',
        'Stromausfall in {Ort} bis etwa {Ende} Uhr. Herd ausschalten, nach Nachbarn sehen. Hilfe: {Anlaufstelle}.',
      ],
      [
        'Power cut in {Ort}', 'There has been no power in {Ort} since {Uhrzeit}. The network operator is looking for the fault. Power should be back by about {Ende}.',
        'Switch off cooker, iron and heaters. Keep fridges closed. Look after neighbours who depend on devices. You find help here: {Anlaufstelle}.',
        'Power cut in {Ort} until about {Ende}. Switch off the cooker, look after neighbours. Help: {Anlaufstelle}.',
      ],
    ],
    over: [
      ['In {Ort} ist der Strom wieder da', 'In {Ort} gibt es jetzt wieder Strom.', 'Schalten Sie große Geräte nacheinander ein. Prüfen Sie, was aufgetaut ist.', 'In {Ort} ist der Strom wieder da. Große Geräte nacheinander einschalten.'],
      ['The power in {Ort} is back', 'There is now power in {Ort} again.', 'Switch on large devices one after the other. Check what has thawed.', 'The power in {Ort} is back. Switch on large devices one after the other.'],
    ],
  },
} as const satisfies Readonly<Record<string, TemplatePlan>>
