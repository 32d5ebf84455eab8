import { DepartmentId } from '../../../shared/ids.ts'
import { healthScope } from '../../../shared/scope.ts'

/** Where all that the vaccination centre of the demo knows about people lies. */
export const VACCINATION_SCOPE = healthScope(DepartmentId.parse('impfstelle'))

/** Under this label its ids are derived. */
export const LABEL = 'vaccinations'
