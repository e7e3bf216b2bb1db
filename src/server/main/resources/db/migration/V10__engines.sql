-- Engines, each one jar with its libraries inside, kept so that an evaluation can be run again by the
-- program it was made by when the release has moved on. A round names the engine it was opened
-- under, an evaluation the one it was made by; null for what is older than this table.
create table engine (
  sha256    text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes     bytea not null,
  -- Of a statement that names the digest.
  signature bytea not null,
  kept_at   timestamptz not null
);
-- What is in a jar is compressed already.
alter table engine alter column bytes set storage external;
alter table round
  add column engine_digest text references engine,
  add constraint round_pins_rules_with_engine check (engine_digest is null or bundle is not null);
alter table evaluation
  add column engine_digest text references engine,
  drop constraint evaluation_once,
  add constraint evaluation_once unique nulls not distinct
    (submission, stage, subject, purpose, bundle, engine_digest);
grant select, insert on engine to "${application}";

-- What was stored of a submission, its evaluation and the pins of its round, as one signed statement:
-- a replay compares the rows with it, so that no row is changed unseen.
create table attestation (
  evaluation uuid primary key references evaluation,
  statement  text not null,
  signature  bytea not null
);
alter table attestation enable row level security;
alter table attestation force row level security;
create policy reading on attestation for select using (
  exists (select 1 from evaluation e where e.id = attestation.evaluation));
create policy concluding on attestation for insert with check (
  asking_role() in ('city', 'service')
  and exists (
    select 1 from evaluation e
    where e.id = attestation.evaluation
      and (asking_role() = 'service' or e.city = asking_city())));
grant select, insert on attestation to "${application}";
