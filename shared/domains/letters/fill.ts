const VARIABLE = /\{\{\s*([A-Za-z][\w.]{0,98})\s*\}\}/g

/** Values by the names of the variables; what is not there, or empty, is not filled. */
export type Values = ReadonlyMap<string, string>

/** What there are several of, such as the items of a notice: `item` → for each its values, `item.label`, `item.amount`. */
export type Lists = ReadonlyMap<string, readonly Values[]>

/** The names of the variables in a text, each once. */
export const variablesIn = (text: string): readonly string[] => [...new Set([...text.matchAll(VARIABLE)].map(([, name]) => name ?? ''))]

/** The text with its variables filled in, once: braces in a value are only braces. What has no value stays as it is. */
export const filled = (text: string, values: Values): string =>
  text.replace(VARIABLE, (whole, name: string) => values.get(name) || whole)

/** The variables of a text without a value. */
export const openIn = (text: string, values: Values): readonly string[] => variablesIn(text).filter(name => !values.get(name))
