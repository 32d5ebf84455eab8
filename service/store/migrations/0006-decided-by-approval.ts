import { sql, type Kysely } from 'kysely'

/**
 * A case is decided only by its own decision, and only while that one stands approved: whoever writes past the commands
 * meets the same rule. That an approval had four eyes is the decision's own constraint (`decisions_four_eyes`); that it says
 * it needed fewer only where the service says so at this moment is held here.
 */
export const decidedByApproval = {
  name: '0006-decided-by-approval',
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}

const STATEMENTS = [
  // Locks the decision, so that nobody takes the approval back while it is being relied on.
  sql`create function require_approval(of_town text, of_application text) returns void language plpgsql as $$
  declare
    decided applications%rowtype;
  begin
    select * into decided from applications where town_id = of_town and id = of_application and status = 'decided';
    if not found then
      return;
    end if;
    perform from decisions
      where town_id = of_town and id = decided.decision_id and application_id = of_application
        and state = 'approved' and outcome = decided.outcome and decided.decided_at is not null
      for share;
    if not found then
      raise exception 'a case is decided only by an approved decision of its own'
        using errcode = 'check_violation', constraint = 'applications_decided_by_approval', table = 'applications';
    end if;
  end $$`,
  sql`create function case_requires_approval() returns trigger language plpgsql as $$
  begin
    perform require_approval(new.town_id, new.id);
    return null;
  end $$`,
  sql`create function decided_case_requires_approval() returns trigger language plpgsql as $$
  begin
    perform require_approval(old.town_id, old.application_id);
    return null;
  end $$`,
  // At the end of the statement, which writes case and decision together; who writes one after the other defers it.
  sql`create constraint trigger applications_decided_by_approval after insert on applications
    deferrable initially immediate for each row when (new.status = 'decided') execute function case_requires_approval()`,
  sql`create constraint trigger applications_stay_decided_by_approval after update on applications
    deferrable initially immediate for each row
    when (new.status = 'decided' and (old.town_id, old.id, old.status, old.outcome, old.decision_id, old.decided_at)
      is distinct from (new.town_id, new.id, new.status, new.outcome, new.decision_id, new.decided_at))
    execute function case_requires_approval()`,
  sql`create constraint trigger decisions_relied_on after update on decisions
    deferrable initially immediate for each row
    when (old.state = 'approved' and (old.town_id, old.id, old.state) is distinct from (new.town_id, new.id, new.state))
    execute function decided_case_requires_approval()`,
  sql`create function approval_as_ordered() returns trigger language plpgsql as $$
  begin
    perform from services as s join applications as a on a.town_id = s.town_id and a.service_id = s.id
      where a.town_id = new.town_id and a.id = new.application_id
        and s.release_mode = 'four-eyes'
        and (new.outcome <> 'granted' or new.amount_cents is null or s.single_up_to_cents is null or new.amount_cents > s.single_up_to_cents);
    if found then
      raise exception 'the service orders four eyes by now'
        using errcode = 'check_violation', constraint = 'decisions_released_as_ordered', table = 'decisions';
    end if;
    return null;
  end $$`,
  sql`create constraint trigger decisions_released_as_ordered after update on decisions
    deferrable initially immediate for each row
    when (old.state <> 'approved' and new.state = 'approved' and new.release_mode = 'single-by-service')
    execute function approval_as_ordered()`,
  sql`create constraint trigger decisions_relied_on_kept after delete on decisions
    deferrable initially immediate for each row when (old.state = 'approved') execute function decided_case_requires_approval()`,
]
