-- Who did what to what and when. A person has a number; everything else that names a person holds
-- that number, so that a name stands once and can be taken out of this one row.
alter table person
  add column number bigint not null generated always as identity,
  add column called text,
  add constraint person_number unique (number),
  alter column password drop not null,
  add constraint person_is_of_here_or_elsewhere
    check (password is not null or name ~ '^idp-[0-9a-f]{60}$');
comment on column person.name is
  'What one signs in with here; of somebody an identity provider knows, made of their subject.';
comment on column person.called is
  'Of somebody an identity provider knows, the name it last gave them.';

-- The role the service works as reads and changes people of the embedded table alone.
create policy of_the_embedded_table on person as restrictive to "${application}"
  using (password is not null) with check (password is not null);
-- What follows runs as the owner, for whom the walls hold, too.
create policy naming on person for select to current_user using (asking_role() <> '');
create policy meeting on person for insert to current_user with check (password is null);
create policy meeting_again on person for update to current_user
  using (password is null) with check (password is null);

-- The number of who asks (sixones.person, and sixones.called for people of a provider, who get a
-- row when they are first recorded); null where nobody does: the service itself, as it starts.
create function asking_person() returns bigint language plpgsql volatile security definer
  set search_path = public, pg_temp
as $$
declare
  asks text := coalesce(current_setting('sixones.person', true), '');
  is_called text := coalesce(current_setting('sixones.called', true), '');
  of_city text := nullif(asking_city(), '');
  found_number bigint;
begin
  if is_called = '' then
    select number into found_number from person where name = asks and password is not null;
    return found_number;
  end if;
  select number into found_number from person
    where name = asks and password is null
      and called = is_called and role = asking_role() and city is not distinct from of_city;
  if found_number is null then
    insert into person (name, called, role, city, disabled, created_at)
      values (asks, is_called, asking_role(), of_city, false, now())
      on conflict (name) do update
        set called = excluded.called, role = excluded.role, city = excluded.city
        where person.password is null
      returning number into found_number;
  end if;
  return found_number;
end $$;

revoke all on function asking_person() from public;
grant execute on function asking_person() to "${application}";

-- Who handed in and who withdrew, by number. Rows that are there belong to people of the embedded
-- table, or to somebody a provider knew, of whom only the name was kept. The walls are down for it.
alter table person no force row level security;
alter table submission no force row level security;
alter table withdrawal no force row level security;
insert into person (name, called, role, city, disabled, created_at)
  select 'idp-' || left(encode(sha256(convert_to(known.name, 'UTF8')), 'hex'), 60), known.name,
    'city', min(known.city), false, now()
  from (select submitted_by as name, city from submission
    union all select withdrawn_by, city from withdrawal) known
  where not exists (select from person where person.name = known.name)
  group by known.name;
alter table submission add column by_number bigint references person (number);
update submission set by_number =
  (select number from person where coalesce(called, name) = submitted_by);
alter table submission drop column submitted_by;
alter table submission rename column by_number to submitted_by;
alter table submission alter column submitted_by set not null,
  alter column submitted_by set default asking_person();
alter table withdrawal add column by_number bigint references person (number);
update withdrawal set by_number =
  (select number from person where coalesce(called, name) = withdrawn_by);
alter table withdrawal drop column withdrawn_by;
alter table withdrawal rename column by_number to withdrawn_by;
alter table withdrawal alter column withdrawn_by set not null,
  alter column withdrawn_by set default asking_person();
alter policy handing_in on submission
  with check (asking_role() = 'city' and city = asking_city() and submitted_by = asking_person());
alter policy withdrawing on withdrawal
  with check (asking_role() = 'city' and city = asking_city() and withdrawn_by = asking_person());
alter table person force row level security;
alter table submission force row level security;
alter table withdrawal force row level security;
-- Who called and moved a round, audit entries alone say.
alter table round drop column created_by;

-- Names for the numbers; a city reads those of its own people and of officials.
create view person_name with (security_barrier) as
  select number, coalesce(called, name) as name from person
  where asking_role() in ('officer', 'auditor', 'admin')
    or asking_role() = 'city' and (city is null or city = asking_city());

create table audit_entry (
  number  bigint primary key generated always as identity,
  at      timestamptz not null,
  act     text not null check (act ~ '^[a-z]+(-[a-z]+)*$'),
  person  bigint references person (number),
  role    text not null check (role in ('city', 'officer', 'auditor', 'admin')),
  address text,
  kind    text not null check (kind in ('round', 'submission', 'evaluation', 'person', 'address')),
  thing   text not null,
  city    text check (city ~ '^[0-9]{6}$'),
  before  jsonb check (jsonb_typeof(before) = 'object'),
  after   jsonb check (jsonb_typeof(after) = 'object'),
  -- Values that say what changed, never a bid.
  check (coalesce(length(before::text), 0) + coalesce(length(after::text), 0) <= 4000)
);
create index audit_entry_by_time on audit_entry (at desc, number desc);
create index audit_entry_by_city on audit_entry (city, at desc, number desc);
create index audit_entry_by_person on audit_entry (person, at desc, number desc);
create index audit_entry_by_thing on audit_entry (thing, at desc, number desc);

-- Everybody adds in their own name, and a city about itself; only the service itself, which works
-- as an administrator when it starts, is nobody. No policy lets anybody change or delete.
alter table audit_entry enable row level security;
alter table audit_entry force row level security;
create policy recording on audit_entry for insert with check (
  role = asking_role()
  and person is not distinct from asking_person()
  and (person is not null or asking_role() = 'admin')
  and (asking_role() <> 'city' or city is not distinct from asking_city()));
create policy reading on audit_entry for select using (
  asking_role() in ('auditor', 'admin') or asking_role() = 'city' and city = asking_city());

revoke all on audit_entry, person_name from public;
grant select, insert on audit_entry to "${application}";
grant select on person_name to "${application}";
