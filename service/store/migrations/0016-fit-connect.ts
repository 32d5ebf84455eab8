import { sql, type Kysely } from 'kysely'

/** What the link to the state's portal keeps: submissions on their way in, keys, the mapping of their fields, and what went back. */
export const fitConnect = {
  name: '0016-fit-connect',
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}

const TOWN = sql.raw('town_id text collate "C" not null references towns (id)')

const STATEMENTS = [
  // One row per submission; what came is kept encrypted until it is an application and the portal knows.
  sql`create table fit_connect_submissions (${TOWN}, submission_id text collate "C" not null, destination_id text collate "C" not null, case_id text collate "C" not null,
    state text not null check (state in ('announced', 'collected', 'registered', 'rejecting', 'accepted', 'rejected', 'expired')),
    announced_at timestamptz(3) not null, submitted_at timestamptz(3), next_at timestamptz(3) not null, attempts bigint not null default 0, problem text, about text not null default '',
    service_identifier text, schema_uri text, kid text, metadata_jwe text, data_jwe text, application_id text collate "C", reply_channel jsonb, event_id text, event_at timestamptz(3),
    event_schema text, tags jsonb, incomplete_since timestamptz(3), rejected_for jsonb, told text, settled_at timestamptz(3), primary key (town_id, submission_id))`,
  sql`create index fit_connect_submissions_due on fit_connect_submissions (town_id, next_at) where settled_at is null`,
  sql`create unique index fit_connect_submissions_application on fit_connect_submissions (town_id, application_id) where application_id is not null`,
  sql`create table fit_connect_attachments (${TOWN}, submission_id text collate "C" not null, attachment_id text collate "C" not null, jwe text not null,
    primary key (town_id, submission_id, attachment_id), foreign key (town_id, submission_id) references fit_connect_submissions (town_id, submission_id) on delete cascade)`,
  // A key that opens submissions keeps its private half until nothing can be waiting for it any more.
  sql`create table fit_connect_keys (${TOWN}, destination_id text collate "C" not null, kid text not null, purpose text not null check (purpose in ('encryption', 'signing')),
    public_key jsonb not null, private_key jsonb, made_at timestamptz(3) not null, published_at timestamptz(3), in_use_at timestamptz(3), replaced_at timestamptz(3), primary key (town_id, kid))`,
  sql`create index fit_connect_keys_destination on fit_connect_keys (town_id, destination_id, purpose, made_at)`,
  sql`create table fit_connect_destinations (${TOWN}, destination_id text collate "C" not null, since timestamptz(3) not null, asked_at timestamptz(3) not null, answered_at timestamptz(3), problem text, encryption_kid text,
    primary key (town_id, destination_id))`,
  sql`create table fit_connect_mappings (${TOWN}, id text collate "C" not null, schema_uri text not null, service_identifier text, service_id text collate "C" not null, form_version bigint not null,
    mapping_version bigint not null, state text not null check (state in ('draft', 'active', 'replaced')), labels jsonb not null, fields jsonb not null, fixed jsonb not null, tried_at timestamptz(3),
    changed_at timestamptz(3) not null, changed_by_name text not null, primary key (town_id, id))`,
  sql`create unique index fit_connect_mappings_active on fit_connect_mappings (town_id, schema_uri, coalesce(service_identifier, '')) where state = 'active'`,
  // What a callback said counts once.
  sql`create table fit_connect_callbacks (${TOWN}, digest text not null, at timestamptz(3) not null, primary key (town_id, digest))`,
  // What was refused without a submission of ours to write it on; counted, so that no number of tries fills the table.
  sql`create table fit_connect_refusals (${TOWN}, code text not null, about text not null, times bigint not null, last_at timestamptz(3) not null, primary key (town_id, code, about))`,
  sql`create table fit_connect_replies (${TOWN}, key text not null, submission_id text collate "C" not null, reply_id text, state text not null check (state in ('waiting', 'sent', 'no-channel', 'overtaken', 'failed')),
    created_at timestamptz(3) not null, sent_at timestamptz(3), primary key (town_id, key), foreign key (town_id, submission_id) references fit_connect_submissions (town_id, submission_id) on delete cascade)`,
]
