-- Who bids is an applicant, which a programme calls by its own word: a city, a county, a unit. Its id is
-- the code of a division, or one of another kind, which stands before a colon ("unit:" and a name).
alter table person no force row level security;
alter table working_draft no force row level security;
alter table submission no force row level security;
alter table withdrawal no force row level security;
alter table evaluation no force row level security;
alter table audit_entry no force row level security;

alter table person rename column city to applicant;
alter table working_draft rename column city to applicant;
alter table submission rename column city to applicant;
alter table withdrawal rename column city to applicant;
alter table evaluation rename column city to applicant;
alter table audit_entry rename column city to applicant;
alter table round rename column submissions_per_city to submissions_per_applicant;
alter table round rename constraint round_submissions_per_city_check
  to round_submissions_per_applicant_check;
alter table submission rename constraint submission_of_city to submission_of_applicant;
alter table withdrawal rename constraint withdrawal_of_city to withdrawal_of_applicant;
alter table evaluation rename constraint evaluation_of_city to evaluation_of_applicant;
alter index working_draft_by_city rename to working_draft_by_applicant;
alter index audit_entry_by_city rename to audit_entry_by_applicant;

-- Functions hold names as text; one runs with each change of a person below.
alter function asking_city() rename to asking_applicant;
create or replace function asking_applicant() returns text language sql stable
  as $$ select coalesce(current_setting('sixones.applicant', true), '') $$;
create or replace function asking_person() returns bigint language plpgsql volatile security definer
  set search_path = public, pg_temp
as $$
declare
  asks text := coalesce(current_setting('sixones.person', true), '');
  is_called text := coalesce(current_setting('sixones.called', true), '');
  of_applicant text := nullif(asking_applicant(), '');
  found_number bigint;
begin
  if is_called = '' then
    select number into found_number from person where name = asks and password is not null;
    return found_number;
  end if;
  select number into found_number from person
    where name = asks and password is null
      and called = is_called and role = asking_role() and applicant is not distinct from of_applicant;
  if found_number is null then
    insert into person (name, called, role, applicant, disabled, created_at)
      values (asks, is_called, asking_role(), of_applicant, false, now())
      on conflict (name) do update
        set called = excluded.called, role = excluded.role, applicant = excluded.applicant
        where person.password is null
      returning number into found_number;
  end if;
  return found_number;
end $$;
create or replace function keeps_their_place() returns trigger language plpgsql
  set search_path = public, pg_temp
as $$
begin
  if asking_role() = 'sign-in'
      and (old.name, old.role, old.applicant, old.disabled)
        is distinct from (new.name, new.role, new.applicant, new.disabled) then
    raise insufficient_privilege using message = 'who signs in changes no role';
  end if;
  return new;
end $$;

-- What an id looks like. "round:" begins the subject of an evaluation that is about a whole round.
create function is_applicant(id text) returns boolean language sql immutable strict
  as $$ select id ~ '^([0-9]{6}|(?!round:)[a-z]{2,16}:[a-z0-9][a-z0-9-]{0,39})$' $$;
alter table person drop constraint person_city_check,
  add constraint person_applicant_check check (is_applicant(applicant));
alter table working_draft drop constraint working_draft_city_check,
  add constraint working_draft_applicant_check check (is_applicant(applicant));
alter table submission drop constraint submission_city_check,
  add constraint submission_applicant_check check (is_applicant(applicant));
alter table audit_entry drop constraint audit_entry_city_check,
  add constraint audit_entry_applicant_check check (is_applicant(applicant));

-- The role, also in what audit entries say changed.
alter table person drop constraint person_check, drop constraint person_role_check;
update person set role = 'applicant' where role = 'city';
alter table person
  add constraint person_role_check check (role in ('applicant', 'officer', 'auditor', 'admin')),
  add constraint person_check check ((role = 'applicant') = (applicant is not null));
create function of_applicant(said jsonb) returns jsonb language sql immutable strict
as $$
  select coalesce(jsonb_object_agg(
    case key when 'city' then 'applicant' when 'submissionsPerCity' then 'submissionsPerApplicant'
      else key end,
    case when key = 'role' and value = '"city"' then '"applicant"' else value end), '{}')
  from jsonb_each(said)
$$;
alter table audit_entry drop constraint audit_entry_role_check;
update audit_entry set
  role = case role when 'city' then 'applicant' else role end,
  before = of_applicant(before),
  after = of_applicant(after);
alter table audit_entry add constraint audit_entry_role_check
  check (role in ('applicant', 'officer', 'auditor', 'admin', 'service'));
drop function of_applicant(jsonb);

alter table person force row level security;
alter table working_draft force row level security;
alter table submission force row level security;
alter table withdrawal force row level security;
alter table evaluation force row level security;
alter table audit_entry force row level security;

-- Names for the numbers, as before.
create or replace view person_name with (security_barrier) as
  select number, coalesce(called, name) as name from person
  where asking_role() in ('officer', 'auditor', 'admin')
    or asking_role() = 'applicant' and (applicant is null or applicant = asking_applicant());

-- The walls, with the role's new name.
alter policy reading on round using (
  asking_role() in ('officer', 'auditor', 'admin')
  or asking_role() = 'applicant' and state <> 'draft');
alter policy its_own on working_draft
  using (asking_role() = 'applicant' and applicant = asking_applicant())
  with check (asking_role() = 'applicant' and applicant = asking_applicant());
alter policy reading on submission using (
  asking_role() in ('officer', 'auditor')
  or asking_role() = 'applicant' and applicant = asking_applicant());
alter policy handing_in on submission with check (
  asking_role() = 'applicant' and applicant = asking_applicant() and submitted_by = asking_person());
alter policy reading on withdrawal using (
  asking_role() in ('officer', 'auditor')
  or asking_role() = 'applicant' and applicant = asking_applicant());
alter policy withdrawing on withdrawal with check (
  asking_role() = 'applicant' and applicant = asking_applicant() and withdrawn_by = asking_person());
alter policy reading on evaluation using (
  asking_role() in ('officer', 'auditor')
  or asking_role() = 'applicant' and applicant = asking_applicant());
alter policy concluding on evaluation with check (
  asking_role() = 'applicant' and applicant = asking_applicant()
  and stage = 'BID' and purpose = 'OFFICIAL');
alter policy concluding on finding with check (
  asking_role() = 'applicant'
  and subject = asking_applicant()
  and exists (
    select 1 from evaluation e where e.id = finding.evaluation and e.applicant = finding.subject));
alter policy concluding on attestation with check (
  asking_role() in ('applicant', 'service')
  and exists (
    select 1 from evaluation e
    where e.id = attestation.evaluation
      and (asking_role() = 'service' or e.applicant = asking_applicant())));
alter policy recording on audit_entry with check (
  role = asking_role()
  and person is not distinct from asking_person()
  and (person is not null or asking_role() in ('admin', 'service'))
  and (asking_role() <> 'applicant' or applicant is not distinct from asking_applicant()));
alter policy reading on audit_entry using (
  asking_role() in ('auditor', 'admin')
  or asking_role() = 'applicant' and applicant = asking_applicant());
