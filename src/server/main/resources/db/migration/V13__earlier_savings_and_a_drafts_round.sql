-- Of a draft, what it said before; and the round it is written for.
alter table working_draft
  add column round uuid references round,
  add constraint working_draft_of_applicant unique (id, applicant);
-- The round is looked up as whoever asks: an applicant names none it does not see.
alter policy its_own on working_draft
  with check (
    asking_role() = 'applicant' and applicant = asking_applicant()
    and (round is null or exists (select from round r where r.id = working_draft.round)));

create table earlier_saving (
  draft     uuid not null,
  -- Counts up in a draft; what is kept anew gets a new one.
  number    int not null check (number > 0),
  applicant text not null check (is_applicant(applicant)),
  why       text not null check (
    why in ('typing', 'shortened', 'removal', 'load', 'take-back', 'conflict', 'hand-in')),
  form      text not null check (form in ('JSON', 'YAML')),
  bytes     bytea not null,
  size      int not null generated always as (octet_length(bytes)) stored,
  digest    text not null,
  saved_at  timestamptz not null,
  saved_by  text not null,
  source_digest    text,
  source_encoding  text check (source_encoding in ('GB18030', 'UTF_16LE', 'UTF_16BE')),
  source_converted text,
  check (num_nulls(source_digest, source_encoding, source_converted) in (0, 3)),
  primary key (draft, number),
  constraint earlier_saving_once unique (draft, digest),
  constraint earlier_saving_of_draft foreign key (draft, applicant)
    references working_draft (id, applicant) on delete cascade
);
create index earlier_saving_by_applicant on earlier_saving (applicant, saved_at desc);

alter table earlier_saving enable row level security;
alter table earlier_saving force row level security;
create policy its_own on earlier_saving
  using (asking_role() = 'applicant' and applicant = asking_applicant())
  with check (asking_role() = 'applicant' and applicant = asking_applicant());
grant select, insert, delete on earlier_saving to "${application}";
