-- What several instances count together: requests and wrong passwords. Whoever is counted stands here as a
-- digest alone. Unlogged, for a count is worth no write to the log and nothing after a crash, and is in no
-- backup; room in each page, for a row is changed in place.

-- A bucket of tokens that refills at a constant rate, as the moment at which it will be full again. A row
-- whose moment is over says the same as none.
create unlogged table limit_use (
  key     uuid primary key,
  full_at timestamptz not null
) with (fillfactor = 50);

-- Wrong passwords of a name, from all addresses together, since a day without any.
create unlogged table wrong_password (
  name    uuid primary key,
  count   int not null check (count >= 0),
  last_at timestamptz not null
) with (fillfactor = 50);

grant select, insert, update, delete on limit_use, wrong_password to "${application}";
