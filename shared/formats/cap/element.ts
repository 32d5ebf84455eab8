/** An element of XML as CAP has them: named, in order, with text or with elements inside and never both; no attributes. */
export interface Element {
  readonly name: string
  readonly content: string | readonly Element[]
}

export const leaf = (name: string, content: string): Element => ({ name, content })

/** The element if there is something to say. */
export const leafIf = (name: string, content: string | null | undefined): readonly Element[] => (content ? [leaf(name, content)] : [])

export const branch = (name: string, content: readonly Element[]): Element => ({ name, content })

export const childrenOf = ({ content }: Element): readonly Element[] => (typeof content === 'string' ? [] : content)

/** The text of the first element of a name; empty where there is none. */
export function textOf(element: Element, name: string): string {
  const found = childrenOf(element).find(child => child.name === name)
  return found && typeof found.content === 'string' ? found.content : ''
}

export const textsOf = (element: Element, name: string): readonly string[] =>
  childrenOf(element).flatMap(child => (child.name === name && typeof child.content === 'string' ? [child.content] : []))

export const allOf = (element: Element, name: string): readonly Element[] => childrenOf(element).filter(child => child.name === name)
