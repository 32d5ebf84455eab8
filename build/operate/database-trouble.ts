/** PostgreSQL's own codes for "no room": 53100, and an internal one with words while somebody comes in. */
const isFull = (error: Error & { readonly code: unknown }): boolean => error.code === '53100' || (error.code === 'XX000' && /^could not (write|extend|create)/.test(error.message))

/** A socket that is not there is ENOENT; one where nobody listens, a server that begins or ends, and one without room for another connection. */
const AWAY: readonly unknown[] = ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', '57P01', '57P02', '57P03', '53300']

/** What stands in the way of a command at the database and is no fault of the program, with the way out; null for anything else. */
export function databaseTrouble(error: unknown): string | null {
  if (!(error instanceof Error && 'code' in error)) return null
  if (isFull(error)) return 'Auf der Platte der Datenbank ist kein Platz mehr. Schaffen Sie dort Platz (apt-get clean; frühere Datenbanken rathaus_before_… löschen) und geben Sie den Befehl noch einmal; an den Daten ist nichts geändert.'
  const isSocketMissing = error.code === 'ENOENT' && 'syscall' in error && error.syscall === 'connect'
  return isSocketMissing || AWAY.includes(error.code) ? 'Die Datenbank antwortet nicht. Läuft PostgreSQL (systemctl start postgresql), und stimmt DATABASE_URL? Es ist nichts geändert.' : null
}
