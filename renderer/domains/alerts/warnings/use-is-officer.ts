import { OFFICERS } from '../../../../shared/domains/alerts/roles.ts'
import { usePerson } from '../../../core-client/core-context.tsx'

/** Whether warnings of other authorities are for this person to look at and to acknowledge. */
export const useIsOfficer = (): boolean => usePerson().grants.some(({ role }) => OFFICERS.some(officer => officer === role))
