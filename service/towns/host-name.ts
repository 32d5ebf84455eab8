const HOST_NAME = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/

/** A name as it stands in settings: lower case, no port, no dot at the end. */
export const isHostName = (text: string): boolean => HOST_NAME.test(text)

/** The name in a `Host` header, as settings write it; null for what is no name, an address in brackets too. */
export function hostNameIn(header: string | undefined): string | null {
  const name = /^([^:[\]/@\s]{1,254}?)\.?(?::\d{1,5})?$/.exec(header ?? '')?.[1]?.toLowerCase()
  return name !== undefined && isHostName(name) ? name : null
}
