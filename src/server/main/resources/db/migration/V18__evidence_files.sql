-- Files that applicants add as evidence to what they write. The bytes stand in the data folder under
-- their digest and are there before the row is. All three tables are only added to: what is removed
-- from a draft has a row that says so, and what was handed in stays.
create table evidence_file (
  id              uuid primary key,
  applicant       text not null check (is_applicant(applicant)),
  owner_kind      text not null check (owner_kind in ('draft', 'case')),
  owner           uuid not null,
  -- The place of the entry of the bid the file belongs to, and the entry's id then.
  entry           text not null check (entry ~ '^/' and length(entry) <= 200),
  entry_id        text check (length(entry_id) between 1 and 200),
  digest          text not null check (digest ~ '^sha256:[0-9a-f]{64}$'),
  size            bigint not null check (size > 0),
  media_type      text not null check (length(media_type) between 1 and 100),
  -- Text for people, never a path.
  name            text not null check (length(name) between 1 and 200 and name !~ '[/\\]'),
  added_at        timestamptz not null,
  added_by        bigint not null references person (number) default asking_person(),
  idempotency_key text not null,
  request_digest  text not null,
  constraint evidence_file_once unique (applicant, idempotency_key),
  constraint evidence_file_of_applicant unique (id, applicant)
);
create index evidence_file_by_owner on evidence_file (owner);
create index evidence_file_by_digest on evidence_file (digest);
create index evidence_file_by_applicant on evidence_file (applicant);

create table evidence_removal (
  file       uuid primary key,
  applicant  text not null,
  removed_at timestamptz not null,
  removed_by bigint not null references person (number) default asking_person(),
  constraint evidence_removal_of_applicant foreign key (file, applicant)
    references evidence_file (id, applicant)
);

-- Which files belong to a bid as it was handed in, and where in it.
create table handed_in_file (
  submission uuid not null references submission,
  file       uuid not null,
  applicant  text not null,
  entry      text not null check (entry ~ '^/' and length(entry) <= 200),
  primary key (submission, file),
  constraint handed_in_file_of_applicant foreign key (file, applicant)
    references evidence_file (id, applicant)
);
create index handed_in_file_by_file on handed_in_file (file);

alter table evidence_file enable row level security;
alter table evidence_file force row level security;
alter table evidence_removal enable row level security;
alter table evidence_removal force row level security;
alter table handed_in_file enable row level security;
alter table handed_in_file force row level security;

-- The service compares the disk with what is on record.
create policy reading on evidence_file for select using (
  asking_role() = 'service'
  or asking_role() = 'applicant' and applicant = asking_applicant()
  or asking_role() in ('officer', 'auditor')
    and exists (select from handed_in_file h where h.file = evidence_file.id));
create policy adding on evidence_file for insert with check (
  asking_role() = 'applicant' and applicant = asking_applicant() and added_by = asking_person()
  and (owner_kind <> 'draft' or exists (
    select from working_draft d where d.id = owner and d.applicant = asking_applicant())));
create policy reading on evidence_removal for select using (
  asking_role() = 'service' or asking_role() = 'applicant' and applicant = asking_applicant());
create policy removing on evidence_removal for insert with check (
  asking_role() = 'applicant' and applicant = asking_applicant() and removed_by = asking_person());
create policy reading on handed_in_file for select using (
  asking_role() = 'service' or exists (
    select from submission s where s.id = handed_in_file.submission));
-- Only by the transaction that hands the bid in, so that nothing is added to it later. Whose file it is
-- is held by the reference: a policy that looked at files would look at itself.
create policy handing_in on handed_in_file for insert with check (
  asking_role() = 'applicant' and applicant = asking_applicant()
  and exists (
    select from submission s
    where s.id = handed_in_file.submission and s.applicant = asking_applicant()
      and s.xmin = pg_current_xact_id()::xid)
  and not exists (select from evidence_removal r where r.file = handed_in_file.file));
revoke all on evidence_file, evidence_removal, handed_in_file from public;
grant select, insert on evidence_file, evidence_removal, handed_in_file to "${application}";

-- With a draft its files are removed, whoever throws it away and however.
create function draft_takes_its_files() returns trigger language plpgsql
  set search_path = public, pg_temp
as $$
begin
  insert into evidence_removal (file, applicant, removed_at)
    select f.id, f.applicant, now() from evidence_file f
    where f.owner_kind = 'draft' and f.owner = old.id
      and not exists (select from evidence_removal r where r.file = f.id);
  return null;
end $$;
revoke all on function draft_takes_its_files() from public;
create trigger draft_takes_its_files after delete on working_draft
  for each row execute function draft_takes_its_files();
