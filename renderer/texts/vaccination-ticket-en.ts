/** `vaccination-ticket-de.ts` has the same keys. */
export const vaccinationTicketEn = {
  title: 'Ticket', show: 'Ticket', print: 'Print', code: 'Code of the ticket of {{name}}',
  hint: 'Please show it at the next station and leave it there after the vaccination. Without the key of the day nobody can read the code.',
}
