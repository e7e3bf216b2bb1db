-- Who somebody is and how to reach them; everything else names a person by login or number.
create table particulars (
  person    bigint primary key references person (number) on delete cascade,
  full_name text check (full_name ~ '\S' and length(full_name) <= 100),
  office    text check (office ~ '\S' and length(office) <= 100),
  telephone text check (telephone ~ '\S' and length(telephone) <= 40)
);

alter table particulars enable row level security;
alter table particulars force row level security;
-- Officers and auditors have to reach those who hand in; an applicant's person sees no other.
create policy reading on particulars for select using (
  asking_role() in ('admin', 'officer', 'auditor') or person = asking_person());
create policy describing on particulars for insert with check (
  asking_role() = 'admin' or person = asking_person());
create policy describing_anew on particulars for update using (
  asking_role() = 'admin' or person = asking_person());
grant select, insert on particulars to "${application}";
grant update (full_name, office, telephone) on particulars to "${application}";
