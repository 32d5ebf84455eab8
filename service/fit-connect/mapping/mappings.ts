import type { Kysely, Selectable } from 'kysely'
import type { FieldMapping } from '../../../shared/domains/applications/apply-mapping.ts'
import type { TownId } from '../../../shared/ids.ts'
import type { Schema } from '../../store/schema.ts'
import type { FitConnectMappingsTable } from '../tables.ts'

export type MappingRow = Selectable<FitConnectMappingsTable>

/** A schema for a service: the one that is named for it goes before the one for every service. */
export async function activeMapping(db: Kysely<Schema>, townId: TownId, schemaUri: string, serviceIdentifier: string | null): Promise<MappingRow | undefined> {
  const rows = await db.selectFrom('fit_connect_mappings').selectAll().where('town_id', '=', townId).where('schema_uri', '=', schemaUri).where('state', '=', 'active').execute()
  return rows.find(row => row.service_identifier === serviceIdentifier) ?? rows.find(row => row.service_identifier === null)
}

export const fieldsOf = ({ labels, fields, fixed }: Pick<MappingRow, 'labels' | 'fields' | 'fixed'>): FieldMapping => ({ labels, fields, fixed })
