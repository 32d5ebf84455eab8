/** Begins the name of a town for practice: the name goes wherever the town speaks, on screens, on pages of citizens and in e-mails. */
const MARK = 'ÜBUNG '

/** The name under which a town for practice is known. */
export const trainingNameOf = (name: string): string => (isTrainingName(name) ? name : `${MARK}${name}`)

/** Whether a town is for practice; a town in earnest may not be called so. */
export const isTrainingName = (name: string): boolean => name.startsWith(MARK)
