package sixones.pages.paper;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import sixones.overview.RoundEvaluations;
import sixones.pages.bid.ReadableBid;
import sixones.pages.frame.Downloads;
import sixones.pages.frame.PageFrames;
import sixones.paper.PrintJob;
import sixones.paper.PrintJobs;
import sixones.people.Person;
import sixones.people.session.Sessions;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.round.Refused;
import sixones.round.Round;
import sixones.rule.BrokenRuleSet;
import sixones.submission.CurrentBid;
import sixones.submission.CurrentBids;
import sixones.submission.Submission;
import sixones.submission.Submissions;

/** Prints the current bids of a round and the reports on them, for as long as a session lasts. */
@ApplicationScoped
class RoundPapers {
  private final Papers papers;
  private final Submissions submissions;
  private final RoundEvaluations evaluations;
  private final Sessions sessions;
  private final PageFrames frames;
  private final PrintJobs jobs;
  private final Map<String, Owner> owners = new ConcurrentHashMap<>();

  /**
   * Whom a printing is for.
   *
   * @param session null for a program
   */
  record Owner(Person person, UUID session) {
    String key() {
      return session == null ? person.key() : session.toString();
    }
  }

  @Inject
  RoundPapers(
      Papers papers,
      Submissions submissions,
      RoundEvaluations evaluations,
      Sessions sessions,
      PageFrames frames,
      Clock clock) {
    this.papers = papers;
    this.submissions = submissions;
    this.evaluations = evaluations;
    this.sessions = sessions;
    this.frames = frames;
    this.jobs = new PrintJobs(clock, this::isHere);
  }

  @PreDestroy
  void close() {
    jobs.close();
  }

  private boolean isHere(String key) {
    Owner owner = owners.get(key);
    boolean here =
        owner != null
            && (owner.session() == null
                || sessions.of(owner.person()).stream()
                    .anyMatch(open -> open.id().equals(owner.session())));
    if (!here) {
      owners.remove(key);
    }
    return here;
  }

  Optional<PrintJob> find(Owner owner, UUID round) {
    return jobs.find(owner.key(), round);
  }

  /**
   * Starts printing in place of what the owner had printed last.
   *
   * @throws sixones.paper.PaperRefused if there is too much of it, or too many others print
   */
  void start(Owner owner, CurrentBids bids, PrintJob.Form form, Language language) {
    owners.put(owner.key(), owner);
    List<PrintJob.Part> parts = new ArrayList<>();
    for (CurrentBid bid : bids.applicants()) {
      parts.add(
          part(
              bids.round(),
              bid,
              "paper.file.bid",
              language,
              () -> bid(owner.person(), bids, bid, language)));
      parts.add(
          part(
              bids.round(),
              bid,
              "paper.file.report",
              language,
              () -> report(owner.person(), bids.round(), bid, language)));
    }
    jobs.start(owner.key(), bids.round().id(), form, parts);
  }

  private PrintJob.Part part(
      Round round, CurrentBid bid, String kind, Language language, PrintJob.Printer printer) {
    String applicant = frames.applicant(bid.applicant(), language);
    String name = PaperFile.of(bid.number(round), applicant, round, kind, language);
    return new PrintJob.Part(Downloads.fileName(name) + ".pdf", printer);
  }

  private byte[] bid(Person person, CurrentBids bids, CurrentBid bid, Language language)
      throws IOException {
    Submissions.WithBytes found = submissions.read(person, bid.submission());
    Messages messages = Messages.of(bids.rules(), language);
    return papers.printInBackground(
        papers.bid(
            found.submission(),
            bids.round(),
            ReadableBid.of(found.bytes(), found.submission().content().form(), messages)
                .seenBy(person, messages),
            language));
  }

  private byte[] report(Person person, Round round, CurrentBid bid, Language language)
      throws IOException {
    Submission submission = submissions.find(person, bid.submission());
    try {
      RoundEvaluations.WithBid found = evaluations.explainedBid(person, bid.evaluation());
      return papers.printInBackground(
          papers.report(
              submission,
              round,
              found,
              evaluations.conclusion(person, bid.evaluation()).orElse(null),
              language));
    } catch (Refused | BrokenRuleSet changed) {
      // The page of the bid says why; here the document is listed as missing.
      return null;
    }
  }
}
