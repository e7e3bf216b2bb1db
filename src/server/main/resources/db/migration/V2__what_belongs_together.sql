-- A withdrawal and an evaluation are of the city and the round their submission is of: whoever gets
-- past the service cannot take back, or conclude on, what another city handed in. References look
-- past the walls, so they hold whoever asks.
alter table submission
  add constraint submission_of_city unique (id, city),
  add constraint submission_of_round unique (id, round, city);
alter table withdrawal
  add constraint withdrawal_of_city foreign key (submission, city) references submission (id, city);
alter table evaluation
  add constraint evaluation_of_city
    foreign key (submission, round, city) references submission (id, round, city);

-- A round names the whole version it is pinned to, or none.
alter table round
  add check (num_nulls(rule_set_version, rule_set_digest, bundle) in (0, 3));
