interface Hit {
  readonly id: string
  readonly applicantName: string
  readonly locality: string
}

/** A hit by name and place; where a secrecy holds by the name alone. */
export const nameAndPlace = ({ id, applicantName, locality }: Hit, isSecret: (recordId: string) => boolean): string =>
  isSecret(id) ? applicantName : `${applicantName}, ${locality}`
