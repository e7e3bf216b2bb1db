-- The calendars terms are counted by: which were proposed, by whom, and which came into use. Both
-- tables are only added to. The first calendar comes with the release that first used the database;
-- every later one is proposed by one officer and accepted by another.
create table calendar (
  digest      text primary key,
  bytes       bytea not null check (length(bytes) <= 262144),
  covers_from date not null,
  covers_to   date not null,
  proposed_at timestamptz not null,
  -- Null for the first.
  proposed_by bigint references person (number) default asking_person(),
  check (digest = 'sha256:' || encode(sha256(bytes), 'hex')),
  check (covers_to >= covers_from)
);
create table calendar_answer (
  number      bigint primary key generated always as identity,
  calendar    text not null unique references calendar,
  accepted    boolean not null,
  reason      text check (length(reason) between 1 and 1000),
  answered_at timestamptz not null,
  -- The calendar accepted last is in use.
  in_use_from timestamptz,
  -- Null for the first.
  answered_by bigint references person (number) default asking_person(),
  check (accepted or reason is not null),
  check (accepted = (in_use_from is not null))
);

alter table calendar enable row level security;
alter table calendar force row level security;
alter table calendar_answer enable row level security;
alter table calendar_answer force row level security;
-- Everybody may know how days are counted, officials also what was only proposed. Who asks for
-- nobody in particular says so: nothing is read by a connection that does not say for whom.
create policy reading on calendar for select using (
  asking_role() in ('officer', 'auditor', 'admin', 'service')
  or asking_role() <> '' and exists (select from calendar_answer a where a.calendar = digest and a.accepted));
create policy reading on calendar_answer for select using (
  asking_role() <> '' and accepted or asking_role() in ('officer', 'auditor', 'admin', 'service'));
create policy proposing on calendar for insert with check (
  asking_role() = 'officer' and proposed_by is not null and proposed_by = asking_person());
-- Whoever proposed a calendar may take it back, and never accept it.
create policy answering on calendar_answer for insert with check (
  asking_role() = 'officer' and answered_by is not null and answered_by = asking_person()
  and (not accepted or exists (
    select from calendar c where c.digest = calendar and c.proposed_by <> answered_by)));
create policy beginning on calendar for insert with check (
  asking_role() = 'service' and proposed_by is null
  and not exists (select from calendar_answer));
create policy beginning on calendar_answer for insert with check (
  asking_role() = 'service' and answered_by is null and accepted
  and not exists (select from calendar_answer a));

revoke all on calendar, calendar_answer from public;
grant select, insert on calendar, calendar_answer to "${application}";

alter table audit_entry drop constraint audit_entry_kind_check,
  add constraint audit_entry_kind_check
    check (kind in ('round', 'submission', 'evaluation', 'person', 'address', 'calendar'));
