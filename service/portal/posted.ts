/** Fields of the form's own are named apart from those of the page. */
export const FIELD = 'field.'

/** What a person typed, by property key, to be shown again. */
export function typedIn(posted: FormData): ReadonlyMap<string, string> {
  const typed = new Map<string, string>()
  for (const [name, value] of posted)
    if (name.startsWith(FIELD) && typeof value === 'string') typed.set(name.slice(FIELD.length), written(value))
  return typed
}

/** A text as a person can have written it: no control characters, which a database would not keep either. */
export const written = (text: string): string =>
  text.replaceAll('\r\n', '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
