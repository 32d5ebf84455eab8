/** German and English. */
type Words = readonly [de: string, en: string]

/** By domain and verb of an action, `applications` → `approve`; the verb is empty where an action is one word. */
export type ActionWords = Readonly<Record<string, Readonly<Record<string, Words>>>>
