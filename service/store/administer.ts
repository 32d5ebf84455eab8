import pg from 'pg'

/** A name as a statement has it. */
export const quotedName = (name: string): string => pg.escapeIdentifier(name)

/** Statements to a server that is to be set up or changed, on a connection of their own; several at once only without values. */
export async function askServer<Row extends object>(url: string, text: string, values: readonly string[] = []): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await (values.length > 0 ? client.query<Row>(text, [...values]) : client.query<Row>(text))).rows
  } finally {
    await client.end()
  }
}
