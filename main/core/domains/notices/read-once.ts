/** Reads the row of an id once, however many lines of a list ask for it. */
export function readOnce<Row>(read: (id: string) => Row | undefined): (id: string) => Row | undefined {
  const known = new Map<string, Row | undefined>()
  return id => {
    if (!known.has(id)) known.set(id, read(id))
    return known.get(id)
  }
}
