-- What an evaluation is about: of which stage, about whom, for which purpose. A bid has one
-- official evaluation, the one it was accepted with; candidates (another rule set, another engine)
-- and batches stand beside it. What was kept before is official.
alter table evaluation no force row level security;
alter table evaluation
  add column stage text not null default 'BID' check (stage in ('BID', 'ROUND')),
  add column subject text,
  add column purpose text not null default 'OFFICIAL'
    check (purpose in ('OFFICIAL', 'CANDIDATE', 'BATCH'));
update evaluation set subject = city;
alter table evaluation
  alter column stage drop default,
  alter column purpose drop default,
  alter column subject set not null,
  alter column submission drop not null,
  alter column city drop not null,
  drop constraint evaluation_submission_key,
  add constraint evaluation_once unique nulls not distinct
    (submission, stage, subject, purpose, bundle, engine),
  -- A bid is examined with its submission; a whole round has none.
  add constraint evaluation_of_its_stage check (
    stage = 'BID' and submission is not null and city is not null and subject = city
    or stage = 'ROUND' and submission is null and city is null and subject = 'round:' || round);
create unique index evaluation_of_acceptance on evaluation (submission)
  where stage = 'BID' and purpose = 'OFFICIAL';
alter table evaluation force row level security;

-- The service's own runs, for nobody in particular: it reads what it evaluates and adds
-- evaluations, and that is all.
create policy reading_to_evaluate on round for select using (asking_role() = 'service');
create policy reading_to_evaluate on submission for select using (asking_role() = 'service');
create policy reading_of_the_service on evaluation for select using (asking_role() = 'service');
create policy evaluating on evaluation for insert with check (asking_role() = 'service');
-- A city's hand adds what belongs to its own submission, as it is accepted.
alter policy concluding on evaluation with check (
  asking_role() = 'city' and city = asking_city() and stage = 'BID' and purpose = 'OFFICIAL');
create policy evaluating on finding for insert with check (
  asking_role() = 'service'
  and exists (select 1 from evaluation e where e.id = finding.evaluation));
-- What the service does is recorded as its own.
alter table audit_entry drop constraint audit_entry_role_check,
  add constraint audit_entry_role_check
    check (role in ('city', 'officer', 'auditor', 'admin', 'service'));
alter policy recording on audit_entry with check (
  role = asking_role()
  and person is not distinct from asking_person()
  and (person is not null or asking_role() in ('admin', 'service'))
  and (asking_role() <> 'city' or city is not distinct from asking_city()));

-- How a round may move, and each move with who, when and why.
create table allowed_round_move (
  kind       text not null check (kind in ('open', 'extend', 'close', 'decide')),
  from_state text not null,
  to_state   text not null,
  primary key (kind, from_state, to_state)
);
insert into allowed_round_move values
  ('open', 'draft', 'open'),
  ('extend', 'open', 'open'),
  ('close', 'open', 'closed'),
  ('decide', 'closed', 'decided');

create table round_move (
  round           uuid not null references round,
  -- The revision of the round it led to.
  revision        int not null check (revision > 0),
  kind            text not null,
  from_state      text not null,
  to_state        text not null,
  deadline_before timestamptz not null,
  deadline_after  timestamptz not null,
  moved_at        timestamptz not null,
  moved_by        bigint not null references person (number) default asking_person(),
  reason          text not null check (length(reason) between 1 and 1000),
  primary key (round, revision),
  foreign key (kind, from_state, to_state) references allowed_round_move,
  check (kind = 'extend' and deadline_after > deadline_before
    or kind <> 'extend' and deadline_after = deadline_before)
);

create function round_move_is_kept() returns trigger language plpgsql
  set search_path = public, pg_temp
as $$
begin
  if new.state = 'draft' and (tg_op = 'INSERT' or old.state = 'draft') then
    return null;
  end if;
  if tg_op = 'UPDATE' and new.state = old.state and new.deadline = old.deadline then
    return null;
  end if;
  if not exists (
    select from round_move m
    where m.round = new.id and m.revision = new.revision and m.to_state = new.state
      and m.deadline_after = new.deadline
      and m.from_state = case when tg_op = 'UPDATE' then old.state else 'draft' end)
  then
    raise exception 'round % was moved without a record of who, when and why', new.id
      using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger a_move_is_kept after insert or update on round
  deferrable initially deferred for each row execute function round_move_is_kept();

alter table round_move enable row level security;
alter table round_move force row level security;
-- Whoever sees a round sees how it moved.
create policy reading on round_move for select using (
  exists (select from round r where r.id = round_move.round));
create policy moving on round_move for insert with check (
  asking_role() = 'officer' and moved_by is not null and moved_by = asking_person());

revoke all on allowed_round_move, round_move from public;
grant select on allowed_round_move to "${application}";
grant select, insert on round_move to "${application}";
revoke all on function round_move_is_kept() from public;
