package sixones.start;

import io.github.bucket4j.TimeMeter;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import sixones.answer.AnswerFormats;
import sixones.api.RuleCounters;
import sixones.audit.Audit;
import sixones.audit.AuditEntries;
import sixones.calendar.adoption.Calendars;
import sixones.casework.CaseRecords;
import sixones.casework.CaseRounds;
import sixones.casework.Cases;
import sixones.casework.Declarations;
import sixones.casework.ExaminedBids;
import sixones.casework.LetterRecords;
import sixones.casework.OfficePowers;
import sixones.casework.OwnCases;
import sixones.casework.ReplyFiles;
import sixones.casework.letter.CaseLetters;
import sixones.draft.EarlierSavings;
import sixones.draft.Quota;
import sixones.draft.WorkingDrafts;
import sixones.evaluation.Evaluations;
import sixones.evidence.EvidenceFiles;
import sixones.evidence.EvidenceQuota;
import sixones.evidence.FileStore;
import sixones.http.RequestAddress;
import sixones.library.BundleSigner;
import sixones.library.PackedEngine;
import sixones.library.PinnedEngines;
import sixones.library.PinnedEvaluators;
import sixones.library.PinnedRuleSets;
import sixones.library.RuleLibrary;
import sixones.official.OfficialEvaluations;
import sixones.overview.BidSearch;
import sixones.overview.RoundEvaluations;
import sixones.paper.Typesetter;
import sixones.people.Visits;
import sixones.people.account.Contacts;
import sixones.people.account.Demo;
import sixones.people.account.NewPeople;
import sixones.people.account.People;
import sixones.people.account.Seeds;
import sixones.people.factor.FactorKey;
import sixones.people.factor.SecondFactors;
import sixones.people.session.DemandedFactors;
import sixones.people.session.SessionLengths;
import sixones.people.session.Sessions;
import sixones.people.token.Tokens;
import sixones.postgres.DatabaseUnusable;
import sixones.representation.StoredJson;
import sixones.round.Erasures;
import sixones.round.Rounds;
import sixones.ruleset.RuleSets;
import sixones.store.Transactions;
import sixones.submission.DraftFiles;
import sixones.submission.RoundEvaluators;
import sixones.submission.SubmissionFiles;
import sixones.submission.Submissions;

/**
 * Produces the application-scoped objects of the lower rooms. A broken rule set fails the start.
 */
@ApplicationScoped
class Wiring {
  @Produces
  @Singleton
  @Startup
  RuleSets ruleSets() {
    return RuleSets.bundled().loaded();
  }

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  /** A monotonic clock for rate limits. */
  @Produces
  @Singleton
  TimeMeter stopwatch() {
    return TimeMeter.SYSTEM_NANOTIME;
  }

  @Produces
  @Singleton
  Evaluations evaluations(RuleSets ruleSets, Clock clock, RuleCounters counters) {
    return new Evaluations(ruleSets, clock, counters::disagreed);
  }

  @Produces
  @Singleton
  BundleSigner bundleSigner(
      @ConfigProperty(name = "sixones.data", defaultValue = "data") Path data) {
    return new BundleSigner(data.resolve("seal.key"));
  }

  @Produces
  @Singleton
  PinnedRuleSets keptRuleSets(RuleSets ruleSets, BundleSigner signer) {
    return new PinnedRuleSets(ruleSets, signer);
  }

  @Produces
  @Singleton
  PinnedEngines pinnedEngines(BundleSigner signer) {
    return new PinnedEngines(PackedEngine.bundled(), signer);
  }

  @Produces
  @Singleton
  RuleLibrary ruleLibrary(RuleSets ruleSets, PinnedRuleSets pinned, Transactions transactions) {
    return new RuleLibrary(ruleSets, pinned, transactions);
  }

  @Produces
  @Singleton
  PinnedEvaluators pinnedEvaluators(PinnedRuleSets ruleSets, PinnedEngines engines) {
    return new PinnedEvaluators(ruleSets, engines);
  }

  @Produces
  @Singleton
  OfficialEvaluations keptEvaluations(
      PinnedEvaluators pinned, BundleSigner signer, RuleCounters counters) {
    return new OfficialEvaluations(pinned, AnswerFormats.ALL, signer, counters::disagreed);
  }

  @Produces
  @Singleton
  Audit audit(Clock clock) {
    return new Audit(clock, RequestAddress::present);
  }

  @Produces
  @Singleton
  AuditEntries entries(Transactions transactions) {
    return new AuditEntries(transactions);
  }

  @Produces
  @Singleton
  Erasures erasures(Transactions transactions) {
    return new Erasures(transactions);
  }

  @Produces
  @Singleton
  Rounds rounds(
      Transactions transactions,
      Audit audit,
      Evaluations evaluations,
      PinnedEvaluators pinned,
      Clock clock) {
    return new Rounds(transactions, audit, evaluations, pinned, new CaseRounds(clock), clock);
  }

  @Produces
  @Singleton
  Calendars calendars(Transactions transactions, Audit audit, Clock clock) {
    return new Calendars(transactions, audit, clock);
  }

  @Produces
  @Singleton
  Quota quota(
      @ConfigProperty(name = "sixones.quota.drafts", defaultValue = "100") int drafts,
      @ConfigProperty(name = "sixones.quota.bytes", defaultValue = "50M") MemorySize bytes) {
    return new Quota(drafts, bytes.asLongValue());
  }

  @Produces
  @Singleton
  EarlierSavings earlierSavings(
      Transactions transactions,
      @ConfigProperty(name = "sixones.quota.earlier", defaultValue = "50M") MemorySize bytes,
      Clock clock) {
    return new EarlierSavings(transactions, bytes.asLongValue(), clock);
  }

  @Produces
  @Singleton
  WorkingDrafts workingDrafts(
      Transactions transactions, Quota quota, EarlierSavings earlier, Clock clock) {
    return new WorkingDrafts(transactions, quota, earlier, clock);
  }

  @Produces
  @Singleton
  FileStore fileStore(
      @ConfigProperty(name = "sixones.data", defaultValue = "data") Path data,
      @ConfigProperty(name = "sixones.files") Optional<Path> files) {
    return new FileStore(files.orElse(data.resolve("files")));
  }

  @Produces
  @Singleton
  EvidenceFiles evidenceFiles(
      Transactions transactions,
      FileStore store,
      @ConfigProperty(name = "sixones.quota.file", defaultValue = "20M") MemorySize file,
      @ConfigProperty(name = "sixones.quota.files-of-bid", defaultValue = "200M") MemorySize bid,
      @ConfigProperty(name = "sixones.quota.files", defaultValue = "1G") MemorySize all,
      Clock clock) {
    EvidenceQuota quota =
        new EvidenceQuota(file.asLongValue(), bid.asLongValue(), all.asLongValue());
    return new EvidenceFiles(transactions, store, quota, clock);
  }

  @Produces
  @Singleton
  Submissions submissions(
      Transactions transactions,
      Audit audit,
      OfficialEvaluations evaluations,
      Quota quota,
      Clock clock) {
    return new Submissions(
        transactions, audit, evaluations, quota, StoredJson::receiptDigests, clock);
  }

  @Produces
  @Singleton
  SubmissionFiles submissionFiles(
      Transactions transactions, Audit audit, Submissions submissions, EvidenceFiles files) {
    return new SubmissionFiles(transactions, audit, submissions, files);
  }

  @Produces
  @Singleton
  ExaminedBids examinedBids(OfficialEvaluations evaluations) {
    return new ExaminedBids(evaluations);
  }

  @Produces
  @Singleton
  CaseLetters caseLetters(Typesetter typesetter, Calendars calendars) {
    return new CaseLetters(typesetter, calendars::counting);
  }

  @Produces
  @Singleton
  Cases cases(
      Transactions transactions,
      Audit audit,
      ExaminedBids examined,
      Submissions submissions,
      Calendars calendars,
      CaseLetters letters,
      Clock clock) {
    return new Cases(transactions, audit, examined, submissions, calendars, letters, clock);
  }

  @Produces
  @Singleton
  CaseRecords caseRecords(
      Transactions transactions, Audit audit, ExaminedBids examined, Clock clock) {
    return new CaseRecords(transactions, audit, examined, clock);
  }

  @Produces
  @Singleton
  LetterRecords letterRecords(
      Transactions transactions,
      Audit audit,
      ExaminedBids examined,
      CaseLetters letters,
      Clock clock) {
    return new LetterRecords(transactions, audit, examined, letters, clock);
  }

  @Produces
  @Singleton
  OwnCases ownCases(Transactions transactions, ExaminedBids examined, Clock clock) {
    return new OwnCases(transactions, examined, clock);
  }

  @Produces
  @Singleton
  ReplyFiles replyFiles(
      Transactions transactions, OwnCases records, WorkingDrafts drafts, EvidenceFiles files) {
    return new ReplyFiles(transactions, records, drafts, files);
  }

  @Produces
  @Singleton
  OfficePowers officePowers(Transactions transactions, Audit audit, Clock clock) {
    return new OfficePowers(transactions, audit, clock);
  }

  @Produces
  @Singleton
  Declarations declarations(Transactions transactions, Audit audit, Clock clock) {
    return new Declarations(transactions, audit, clock);
  }

  @Produces
  @Singleton
  RoundEvaluators roundEvaluators(Submissions submissions, RuleSets ruleSets) {
    return new RoundEvaluators(submissions, ruleSets);
  }

  @Produces
  @Singleton
  DraftFiles draftFiles(
      WorkingDrafts drafts,
      EvidenceFiles files,
      Rounds rounds,
      RoundEvaluators evaluators,
      RuleSets ruleSets,
      Clock clock) {
    return new DraftFiles(drafts, files, rounds, evaluators, ruleSets, clock);
  }

  @Produces
  @Singleton
  RoundEvaluations roundEvaluations(
      Transactions transactions, Audit audit, OfficialEvaluations evaluations, CaseRecords cases) {
    return new RoundEvaluations(transactions, audit, evaluations, cases);
  }

  @Produces
  @Singleton
  BidSearch bidSearch(Transactions transactions, Submissions submissions, Erasures erasures) {
    return new BidSearch(transactions, submissions, erasures);
  }

  @Produces
  @Singleton
  SessionLengths sessionLengths(
      @ConfigProperty(name = "sixones.sessions.longest", defaultValue = "12H") Duration longest,
      @ConfigProperty(name = "sixones.sessions.idle", defaultValue = "1H") Duration idle) {
    return new SessionLengths(longest, idle);
  }

  @Produces
  @Singleton
  Sessions sessions(
      Transactions transactions,
      Clock clock,
      SessionLengths lengths,
      Visits visits,
      @ConfigProperty(name = SafeStart.SECOND_FACTOR) Optional<String> roles) {
    DemandedFactors demanded =
        DemandedFactors.read(roles.orElse(""))
            .orElseThrow(() -> DatabaseUnusable.rolesUnknown(roles.get()));
    return new Sessions(transactions, clock, lengths, visits, demanded);
  }

  @Produces
  @Singleton
  SecondFactors secondFactors(
      Transactions transactions,
      Clock clock,
      People people,
      Sessions sessions,
      @ConfigProperty(name = "sixones.data", defaultValue = "data") Path data) {
    FactorKey key = new FactorKey(data.resolve("second-factor.key"));
    return new SecondFactors(transactions, clock, people, sessions, key);
  }

  @Produces
  @Singleton
  Tokens tokens(Transactions transactions, Clock clock, Visits visits) {
    return new Tokens(transactions, clock, visits);
  }

  @Produces
  @Singleton
  People people(
      Transactions transactions,
      Audit audit,
      Clock clock,
      RuleSets ruleSets,
      Evaluations evaluations,
      Sessions sessions,
      NewPeople newPeople) {
    return new People(
        transactions,
        audit,
        clock,
        code -> ruleSets.mayBid(code, evaluations.today()),
        sessions,
        newPeople);
  }

  @Produces
  @Singleton
  NewPeople newPeople(
      Transactions transactions,
      Audit audit,
      Clock clock,
      RuleSets ruleSets,
      Evaluations evaluations) {
    return new NewPeople(
        transactions, audit, clock, code -> ruleSets.mayBid(code, evaluations.today()));
  }

  @Produces
  @Singleton
  Contacts contacts(Transactions transactions, Audit audit) {
    return new Contacts(transactions, audit);
  }

  @Produces
  @Singleton
  Seeds seeds(Transactions transactions, Audit audit, Clock clock) {
    return new Seeds(transactions, audit, clock);
  }

  @Produces
  @Singleton
  Visits visits(Transactions transactions, Audit audit) {
    return new Visits(transactions, audit);
  }

  @Produces
  @Singleton
  Typesetter typesetter(@ConfigProperty(name = "sixones.paper.fonts") Optional<Path> fonts) {
    return new Typesetter(fonts.orElse(null));
  }

  @Produces
  @Singleton
  Demo demo(@ConfigProperty(name = "sixones.demo", defaultValue = "false") boolean on) {
    return new Demo(on);
  }
}
