-- The findings of an evaluation, a row for each place a rule examined and one without a pointer for a
-- rule that examined none, so that they can be listed and counted without reading answers. They are
-- those of the answer, which stays the record.
create table finding (
  evaluation  uuid not null references evaluation,
  position    int not null check (position > 0),
  -- Null for a rule that belongs to none.
  requirement text,
  rule        text not null,
  -- The applicant whose bid was examined.
  subject     text not null,
  pointer     text,
  outcome     text not null
    check (outcome in ('PASS', 'FAIL', 'INCOMPLETE', 'REVIEW', 'INAPPLICABLE', 'ERROR')),
  -- The values looked at, as the answer has them: text of JSON may hold what jsonb refuses.
  looked_at   json not null,
  primary key (evaluation, position)
);
create index finding_by_rule on finding (rule, outcome);

alter table finding enable row level security;
alter table finding force row level security;
-- Whoever sees an evaluation sees its findings, and whoever may add one adds them with it.
create policy reading on finding for select using (
  exists (select 1 from evaluation e where e.id = finding.evaluation));
create policy concluding on finding for insert with check (
  asking_role() = 'city'
  and subject = asking_city()
  and exists (select 1 from evaluation e where e.id = finding.evaluation and e.city = finding.subject));
grant select, insert on finding to "${application}";
