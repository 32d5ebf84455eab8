/**
 * One page of help per screen, as plain Markdown: `# title`, paragraphs, `- ` and `1. ` lists, `**strong**`,
 * `[words](help:<page>)`. `help-pages-en.ts` has the same pages.
 */
export const helpPagesDe = {
  start: `# Erste Schritte
    Links stehen Ihre Bereiche, in der Mitte die Arbeit, oben die Suche und der Stand der Übertragung.
    1. Öffnen Sie unter „Vorgänge“ eine Ansicht, zum Beispiel **Nicht zugewiesen**.
    2. Öffnen Sie einen Vorgang mit der Eingabetaste und übernehmen Sie ihn.
    3. Was Sie speichern, ist sofort sicher, auch ohne Netz: [Übertragung](help:transfer).
    Mit F6 kommen Sie von Bereich zu Bereich, mit Esc zurück. Alle Tasten stehen unter „Tastenkürzel“ am Ende dieser Hilfe.`,
  transfer: `# Gespeichert und übertragen
    **Gespeichert** heißt: Ihre Arbeit liegt verschlüsselt auf diesem Gerät. **Übertragen** heißt: Der Dienst der Stadt hat sie.
    - Ohne Netz arbeiten Sie weiter. Oben steht, wie viel noch wartet; es geht von selbst hinaus, sobald das Netz wieder da ist.
    - Freigaben und Buchungen sind ohne Netz nur **vorgemerkt**.
    - Nimmt der Dienst etwas nicht an, geht nichts verloren: [Klärung nötig](help:attention).`,
  attention: `# Klärung nötig
    Eine Ihrer Änderungen wurde nicht angenommen, meist weil jemand anderes schneller war.
    1. Öffnen Sie oben „Klärung nötig“ und lesen Sie, was passiert ist.
    2. Vergleichen Sie Feld für Feld: was Sie sahen, was jetzt gilt, was Sie wollten.
    3. Wenden Sie es noch einmal an, bearbeiten Sie es im Vorgang weiter oder nehmen Sie es zur Kenntnis. Ihren Text können Sie vorher kopieren.`,
  applications: `# Die Liste der Vorgänge
    Links wählen Sie die Ansicht, oben suchen, filtern und sortieren Sie. Die Eingabetaste öffnet eine Zeile, die Leertaste wählt sie aus.
    - Ausgewählte Vorgänge bearbeiten Sie gemeinsam; vorher sehen Sie, für welche es geht.
    - Filter und Spalten, die Sie oft brauchen, speichern Sie als eigene Ansicht.
    - Neu aufnehmen: [Antrag aufnehmen](help:capture). Öffnen: [Ein Vorgang](help:case).`,
  case: `# Ein Vorgang
    Oben stehen Aktenzeichen, Stand und Frist, daneben Antrag, Dateien, Nachrichten und Verlauf.
    1. **Übernehmen** Sie den Vorgang; danach ist er Ihrer.
    2. Fehlt etwas, **fordern Sie nach**: Die Frist ruht, bis die Antwort da ist.
    3. **Schlagen Sie die Entscheidung vor.** Eine zweite Person gibt sie frei, dann geht der Bescheid hinaus.
    Ein Knopf, der gerade nicht geht, sagt daneben den Grund. Verwandt: [Nachrichten](help:messages), [Personen](help:people).`,
  messages: `# Nachrichten
    Hier lesen und beantworten Sie, was Bürgerinnen und Bürger schreiben, auch ohne Antrag.
    - Wer eine Nachricht bearbeitet, sehen die anderen; so antworten nicht zwei.
    - Die Antwort liegt im Postfach des Portals. Die E-Mail sagt nur, dass dort etwas wartet.
    - Wird aus einer Nachricht ein Antrag, nehmen Sie ihn daneben auf: [Antrag aufnehmen](help:capture).`,
  day: `# Mein Tag
    Was überfällig, heute oder bald fällig ist und was lange ruht. Jede Zahl führt zu ihren Vorgängen.
    - Als Teamleitung sehen Sie dieselben Zahlen auch je Person.
    - Wiedervorlagen erscheinen, wenn der Tag oder die erwartete Antwort da ist.`,
  calendar: `# Kalender
    Der Tag nach Schaltern, die Woche, der Monat oder eine Liste zum Drucken.
    - Verschieben Sie einen Termin mit der Maus, mit Alt und Pfeiltasten oder im Fenster. Ist die Zeit nicht frei, steht dort die nächste freie.
    - Ohne Netz ist eine Buchung vorgemerkt, bis der Dienst zugestimmt hat.
    - Wer wartet, steht am [Schalter](help:counter); wann offen ist, unter [Öffnungszeiten](help:hours).`,
  counter: `# Schalter
    Sie sehen, wer wartet und wer gleich dran ist.
    1. Wählen Sie Ihren Schalter.
    2. Rufen Sie die nächste Person auf; zwei Schalter rufen nie dieselbe.
    3. Schließen Sie ab oder leiten Sie mit einer Notiz weiter.
    Einen Schritt nehmen Sie zehn Sekunden lang zurück.`,
  hours: `# Öffnungszeiten
    Zeiten, Schließtage, Orte, Schalter und Anliegen. Vor dem Speichern sehen Sie, wessen Termin dann außerhalb läge.
    - Eine Änderung kann auch erst ab einem Tag gelten.
    - Abwesenheiten lassen sich aus der Datei eines anderen Kalenders einlesen.`,
  people: `# Personen
    Suchen Sie nach Name in jeder Schreibweise, Geburtsdatum, Telefon, Anschrift oder Kassenzeichen.
    - Mögliche Doppelte stehen nebeneinander; ein Zusammenführen lässt sich zurücknehmen.
    - Bei einer **Auskunftssperre** sagen Sie erst, wofür Sie Anschrift und Telefon brauchen.
    Die Akte erklärt [Akte einer Person](help:person).`,
  person: `# Akte einer Person
    Alles, was Ihre Ämter mit einem Menschen zu tun haben, nach Tagen geordnet.
    - Steht ein Eintrag in der falschen Akte, geben Sie ihn mit einem Knopf der richtigen; vorher lesen Sie, was daraus folgt.
    - Das Ansehen wird protokolliert. Auskunft und Löschung macht der [Datenschutz](help:privacy).`,
  halls: `# Räume und Häuser
    Der Belegungsplan zeigt Mietzeiten mit Vorbereitung und Reinigung.
    1. Nehmen Sie die Anfrage auf, einzeln oder als Reihe.
    2. Drucken Sie den Vertrag; Nummer und Schreiben brauchen eine Verbindung.
    3. Nach der Miete nehmen Sie das Haus ab und rechnen die Kaution ab.`,
  'service-cards': `# Dienstausweise
    Eine Person beantragt mit Foto, eine zweite genehmigt, die Leitung stellt aus.
    - Was zu verlängern ist, steht oben.
    - Ein verlorener Ausweis wird sofort gesperrt, auch ohne Netz.`,
  vaccination: `# Impftag
    Die Tafel zeigt, wer wo ist und wie lange schon. An Ihrem Platz führen Sie eine Person nach der anderen, mit Tastatur und Scanner.
    - Was für die Dokumentation fehlt, wird einzeln genannt.
    - Ohne Netz geht jemand mit dem Laufzettel von Platz zu Platz.
    Später berichtigen: [Impfnachweise](help:vaccination-records).`,
  'vaccination-records': `# Impfnachweise
    Nach Angabe des Zwecks finden Sie Dokumentationen aller Jahre. Eine Berichtigung ist eine neue Fassung neben der alten.
    - Rückrufe arbeiten Sie als Liste ab.
    - Bei einem Verdacht auf Nebenwirkung steht groß, wie viel von den 24 Stunden bleibt.`,
  'vaccination-planning': `# Impfplanung
    Impftage mit Stationen, Impfstoffen und Vorrat, dazu die Impfregeln.
    - Eine Regel bekommt eine neue Fassung ab einem Tag; probieren Sie sie vorher aus.
    - Sagen Sie einen Tag ab, steht da, wer Bescheid braucht.`,
  notices: `# Bescheide
    Hier entstehen viele Bescheide auf einmal, zum Beispiel aus dem Haushaltsprogramm.
    1. [Datei einlesen](help:notice-import) und prüfen.
    2. Zur Freigabe geben; eine zweite Person [gibt den Lauf frei](help:notice-run).
    3. Danach sehen Sie, was hinausging: [Zustellungen](help:notice-deliveries).`,
  'notice-run': `# Ein Bescheidlauf
    Jede Zeile ist ein Bescheid. Was nicht stimmt, berichtigen Sie oder halten es zurück.
    - Die freigebende Person ist nie die, die den Lauf erstellt hat.
    - Der Versand lässt sich anhalten und fortsetzen. Was fehlschlug, wiederholen Sie.`,
  'notice-import': `# Datei einlesen
    1. Wählen Sie die Datei und die Art der Bescheide.
    2. Sagen Sie, welche Spalte was ist.
    3. Lesen Sie die Vorschau. Erst danach entsteht ein [Lauf](help:notice-run).`,
  'notice-consents': `# Zustimmungen zum Postfach
    Nur wer zugestimmt hat, bekommt Bescheide ins Postfach; alle anderen bekommen einen Brief. Ein Widerruf gilt sofort.`,
  'notice-deliveries': `# Zustellungen
    Was noch zuzustellen ist, was zurückkam und was anders hinaus muss.
    - Kam ein Brief zurück, tragen Sie die neue Anschrift ein und bereiten ihn neu vor.
    - Was Sie hier im Haus drucken, tragen Sie als gedruckt ein.`,
  'notice-finality': `# Was wann bestandskräftig ist
    Zu jedem Bescheid steht, wann er als bekanntgegeben gilt und wann die Frist endet, mit der Fassung des Gesetzes, die an dem Tag galt. Widersprüche halten die Frist an; das steht dabei.`,
  'notice-settings': `# Recht der Bescheide
    Bescheidarten, Fassungen der Gesetze mit ihrem ersten Tag und Preise der Briefe. Probieren Sie eine Fassung aus, bevor Sie sie eintragen. Gilt für alle neuen [Bescheide](help:notices).`,
  alerts: `# Meldungen an die Öffentlichkeit
    Was gilt, was auf Freigabe wartet und was bald endet.
    - Schreiben, freigeben und verfolgen: [Eine Meldung](help:alert).
    - Zum Üben gibt es den Übungsmodus: Nichts davon geht hinaus, und das steht groß darüber.`,
  alert: `# Eine Meldung
    1. Schreiben Sie in der Reihenfolge des Bildschirms: was, wo, was tun.
    2. Geben Sie sie zur Freigabe. Eine zweite Person liest und gibt frei.
    3. Die Tafel zeigt je Weg, was ankam. Auch dann lässt sie sich noch stoppen.
    Freigeben geht nur mit Verbindung; nach einer verlorenen Antwort fragt das Programm selbst nach.`,
  'alert-catalogue': `# Themen und Vorlagen
    Themen, die Menschen abonnieren, Vorlagen mit Lücken und die Ortsteile auf der Karte. Hier steht auch, welcher Weg bereit ist. Gebraucht wird es in den [Meldungen](help:alerts).`,
  capture: `# Antrag aufnehmen
    Für Anträge auf Papier und am Telefon, im selben Formular wie im Portal, auch ohne Netz.
    1. Leistung suchen.
    2. Angaben eintragen und das eingescannte Papier anhängen.
    3. Speichern. Das Aktenzeichen kommt, sobald der Antrag übertragen ist.`,
  services: `# Leistungen
    Formular, Schritte, Fristen, Gebühren und Unterlagen einer Leistung. Sie ändern einen **Entwurf**; erst das Veröffentlichen gilt, und laufende Anträge behalten ihre Fassung. Briefe dazu: [Briefe](help:letters).`,
  letters: `# Briefe
    Vorlagen mit Platzhaltern, gemeinsame Textbausteine und der Briefkopf jedes Amtes. Die Vorschau zeigt das fertige Blatt. Auch hier gilt: Entwurf, dann veröffentlichen.`,
  reports: `# Auswertung
    Was wo liegen bleibt und wie lange. Hinter jedem Bild steht eine Tabelle, hinter jeder Zahl ihre Vorgänge. Kleine Zahlen werden verborgen, damit niemand einzelne Menschen erkennt.`,
  suggestions: `# Vorschläge
    Was am Programm oder an einem Formular besser sein könnte: Schreiben Sie es auf, alle lesen mit, und die Antwort steht dabei. Bitte keine Angaben über Bürgerinnen und Bürger.`,
  deputies: `# Vertretungen
    Wer Sie von wann bis wann vertritt. Was jemand in Ihrer Vertretung tut, trägt beide Namen. Wer in Vertretung handelt, gibt trotzdem nichts frei, was er selbst vorgeschlagen hat.`,
  staff: `# Personen und Rechte
    Aufnehmen, umsetzen, ausscheiden lassen und Geräte sperren.
    - Scheidet jemand aus, enden Anmeldungen und Schlüssel; was er in der Hand hatte, geben Sie weiter.
    - **Laptop gestohlen?** Gerät sperren: Es löscht sich bei der nächsten Verbindung und meldet es.
    Wer was darf, zeigt [Wer darf was](help:rights).`,
  rights: `# Wer darf was
    Je Aufgabe und je Person, was das Programm erlaubt. Zum Drucken und als Tabelle. Geändert wird unter [Personen und Rechte](help:staff).`,
  privacy: `# Datenschutz
    Löschen nach Regel und, für die Datenschutzbeauftragten, die Auskunft für eine Person. Was hier geschieht, steht im [Protokoll](help:audit).`,
  audit: `# Protokoll
    Wer was wann getan oder angesehen hat. Jede Suche steht selbst im Protokoll. Unter „Prüfung“ prüfen Sie, ob es unverändert ist.`,
  protection: `# Datenschutz-Überblick
    Anträge nach der DSGVO mit ihrem Fristtag, was gelöscht werden kann, erteilte Auskünfte und das Verzeichnis der Verarbeitungen. Jeder Teil lässt sich drucken.`,
  'portal-link': `# Portalanbindung
    Was aus dem Portal des Landes wartet und wie lange noch, dazu Schlüssel und Zuordnungen der Formulare. Steht hier eine Warnung, sehen Sie gleich nach: Es warten Anträge.`,
  'town-setup': `# Einrichtung
    Sieben Schritte für eine neue Stadt. Was erledigt ist, erkennt das Programm selbst; gehen Sie und machen Sie später weiter. Danach: [Personen und Rechte](help:staff), [Leistungen](help:services), [Briefe](help:letters).`,
  diagnosis: `# Diagnose öffnen
    Hier lesen Sie eine Diagnose, die jemand an seinem Arbeitsplatz erstellt hat.
    1. Wählen Sie die Datei.
    2. Lesen Sie, was wahrscheinlich die Ursache ist und was hilft.
    In der Datei stehen Zahlen, Zeiten und Kennungen von Fehlern, keine Namen, keine Texte und keine Vorgänge. Die Datei liest nur dieser Bildschirm; sie wird nirgends gespeichert.`,
} as const
