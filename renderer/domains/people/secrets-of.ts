/** Says by its id whether a record is of somebody under secrecy. Until it is known which are (undefined), any may be: what was shown too early is not taken back. */
export function secretsOf(recordIds: readonly string[] | undefined): (recordId: string) => boolean {
  if (recordIds === undefined) return () => true
  const secret = new Set(recordIds)
  return recordId => secret.has(recordId)
}
