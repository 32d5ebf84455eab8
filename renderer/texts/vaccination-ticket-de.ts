/** The paper by which somebody goes from one station to another; `vaccination-ticket-en.ts` has the same keys. */
export const vaccinationTicketDe = {
  title: 'Laufzettel', show: 'Laufzettel', print: 'Drucken', code: 'Code des Laufzettels von {{name}}',
  hint: 'Bitte an der nächsten Station vorzeigen und nach dem Impfen dort lassen. Ohne den Schlüssel des Impftags ist der Code nicht zu lesen.',
}
