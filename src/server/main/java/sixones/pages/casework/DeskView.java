package sixones.pages.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import sixones.casework.SeenCase;
import sixones.pages.frame.Moments;
import sixones.pages.frame.PageAddresses;
import sixones.pages.frame.PageFrame;
import sixones.people.Role;
import sixones.proceeding.CaseState;
import sixones.proceeding.CaseView;
import sixones.proceeding.IssuedNotice;
import sixones.proceeding.KnownDetermination;
import sixones.proceeding.KnownProposal;
import sixones.proceeding.act.ActBody;
import sixones.proceeding.act.CaseAct;
import sixones.proceeding.permission.ActPolicy;
import sixones.proceeding.permission.Asking;
import sixones.proceeding.permission.AuthorityPolicy;
import sixones.proceeding.permission.Intended;
import sixones.report.Language;
import sixones.representation.StoredJson;

/**
 * What waits in the cases.
 *
 * @param officer whether it is an officer's
 * @param authorities how many authorities wait for her confirmation, in words; null if none do
 * @param sections what waits, the most urgent kind first
 * @param all cases that are not withheld, as many as are listed
 * @param moreOfAll how many more there are, in words; null if none are
 * @param withheld cases that are not shown to her, as many as are listed
 * @param moreWithheld how many more there are, in words; null if none are
 */
record DeskView(
    boolean officer,
    String authorities,
    List<Section> sections,
    List<Entry> all,
    String moreOfAll,
    List<Withheld> withheld,
    String moreWithheld) {
  /** The most entries of a list. */
  static final int MOST = 100;

  /**
   * One kind of thing that waits.
   *
   * @param id names it in addresses and words
   * @param count how many entries there are
   * @param entries those that are listed, the most urgent first
   * @param more how many more there are, in words; null if none are
   */
  record Section(String id, String title, int count, List<Entry> entries, String more) {}

  /**
   * A case.
   *
   * @param due by when something happens; null if nothing does
   * @param says what waits; null for the case itself
   */
  record Entry(
      String address, String applicant, String round, CaseChip state, String due, String says) {}

  /**
   * A case she sees nothing of: whose it is, in which round, why, and where she can change that.
   */
  record Withheld(String applicant, String round, String why, String declaration) {}

  /** Makes it of the cases. */
  static final class Maker {
    /** What ends within so long is shown as ending. */
    private static final Duration SOON = Duration.ofDays(7);

    /** Something that waits, and until when. */
    private record Waiting(SeenCase of, Instant due, String address, String says) {}

    private final PageFrame frame;
    private final BiFunction<String, Language, String> names;
    private final Asking asking;
    private final Instant now;

    /**
     * Creates an instance.
     *
     * @param names gives the name of an applicant by its code
     * @param asking who looks at it
     */
    Maker(PageFrame frame, BiFunction<String, Language, String> names, Asking asking, Instant now) {
      this.frame = frame;
      this.names = names;
      this.asking = asking;
      this.now = now;
    }

    DeskView view(List<SeenCase> cases) {
      List<SeenCase> seen = cases.stream().filter(one -> !one.isWithheld()).toList();
      boolean officer = asking.role() == Role.OFFICER;
      List<Section> sections = new ArrayList<>();
      if (officer) {
        sections.add(
            section(
                "confirm",
                seen.stream()
                    .flatMap(one -> Stream.concat(toConfirm(one), recusalsToDecide(one)))));
        sections.add(section("mine", seen.stream().flatMap(this::mine)));
      }
      sections.add(section("reopened", seen.stream().flatMap(this::reopened)));
      sections.add(section("ending", seen.stream().flatMap(this::ending)));
      sections.add(
          section(
              "untaken",
              seen.stream()
                  .filter(one -> one.view().state() == CaseState.RECEIVED)
                  .map(one -> waiting(one, null, null))));
      return new DeskView(
          officer,
          officer ? authorities() : null,
          sections,
          seen.stream().limit(MOST).map(one -> entry(waiting(one, due(one.view()), null))).toList(),
          more(seen.size()),
          cases.stream().filter(SeenCase::isWithheld).limit(MOST).map(this::withheld).toList(),
          more(cases.size() - seen.size()));
    }

    private String more(int all) {
      return all <= MOST ? null : frame.text("casework.desk.more", "count", all - MOST);
    }

    private Section section(String id, Stream<Waiting> waiting) {
      List<Waiting> all =
          waiting
              .sorted(
                  Comparator.comparing(
                      Waiting::due, Comparator.nullsLast(Comparator.naturalOrder())))
              .toList();
      return new Section(
          id,
          frame.text("casework.desk." + id),
          all.size(),
          all.stream().limit(MOST).map(this::entry).toList(),
          more(all.size()));
    }

    private static Waiting waiting(SeenCase of, Instant due, String says) {
      return new Waiting(of, due, "/cases/" + of.bidCase().id(), says);
    }

    private Entry entry(Waiting one) {
      return new Entry(
          one.address(),
          names.apply(one.of().bidCase().applicant(), frame.language()),
          StoredJson.name(one.of().round(), frame.language()),
          CaseChip.of(one.of().view().state(), frame.language()),
          one.due() == null ? null : Moments.end(one.due(), frame.language()),
          one.says());
    }

    private Withheld withheld(SeenCase one) {
      boolean isUndeclared = "undeclared".equals(one.withheld());
      return new Withheld(
          names.apply(one.bidCase().applicant(), frame.language()),
          StoredJson.name(one.round(), frame.language()),
          frame.text("casework.withheld." + one.withheld()),
          isUndeclared ? PageAddresses.round(one.bidCase().round()) + "/declaration" : null);
    }

    /** What another proposed and she may confirm, by its act. */
    private Stream<Waiting> toConfirm(SeenCase one) {
      List<UUID> pending = one.view().pending();
      if (pending.isEmpty()) {
        return Stream.empty();
      }
      return Stream.concat(
              one.view().determinations().stream().map(KnownDetermination::act),
              one.view().proposals().stream().map(KnownProposal::act))
          .filter(act -> pending.contains(act.id()))
          .filter(act -> mayConfirm(one.view(), act))
          .map(
              act ->
                  new Waiting(
                      one,
                      due(one.view()),
                      "/cases/" + one.bidCase().id() + "/proposals/" + act.id(),
                      kind(act)));
    }

    private boolean mayConfirm(CaseView view, CaseAct act) {
      return may(view, new ActBody.Confirm(act.id(), true, null, null));
    }

    private boolean may(CaseView view, ActBody body) {
      return asking
          .whose()
          .anyMatch(
              one -> ActPolicy.mayAct(view, one, new Intended(body.kind(), body, null)).isEmpty());
    }

    /** Whom another asked to keep away, and she may decide on it: until then nothing is decided. */
    private Stream<Waiting> recusalsToDecide(SeenCase one) {
      return one.view().recusals().asked().stream()
          .filter(act -> may(one.view(), new ActBody.DecideRecusal(act.id(), true, null)))
          .map(
              act ->
                  new Waiting(
                      one,
                      due(one.view()),
                      "/cases/" + one.bidCase().id() + "/acts/decide-recusal?of=" + act.id(),
                      frame.text("casework.act.decide-recusal")));
    }

    /** Returns how many authorities wait for her confirmation, in words; null if none do. */
    private String authorities() {
      long count =
          asking.authorities().all().stream()
              .map(given -> new ActBody.Confirm(given.id(), true, null, null))
              .filter(yes -> AuthorityPolicy.mayAct(asking, yes, null).isEmpty())
              .count();
      return count == 0 ? null : frame.text("casework.desk.authorities", "count", count);
    }

    private String kind(CaseAct act) {
      return frame.text("casework.act." + act.kind().id());
    }

    private Stream<Waiting> mine(SeenCase one) {
      Long handler = one.view().handler();
      boolean isHers = handler != null && handler == asking.person();
      return isHers && !one.view().state().isEnd()
          ? Stream.of(
              waiting(
                  one, due(one.view()), frame.text("casework.next." + one.view().next().name())))
          : Stream.empty();
    }

    private Stream<Waiting> reopened(SeenCase one) {
      int count = one.view().toMakeAgain().size();
      return count == 0
          ? Stream.empty()
          : Stream.of(
              waiting(one, due(one.view()), frame.text("casework.desk.again", "count", count)));
    }

    private Stream<Waiting> ending(SeenCase one) {
      List<Waiting> ending = new ArrayList<>();
      one.view()
          .waiting()
          .map(IssuedNotice::due)
          .filter(this::isSoon)
          .ifPresent(
              due -> ending.add(waiting(one, due, frame.text("casework.desk.ending.notice"))));
      if (one.view().unrecordedLapse()) {
        ending.add(waiting(one, null, frame.text("casework.lapsed")));
      }
      if (!one.view().state().isEnd()) {
        one.view()
            .expires()
            .filter(this::isSoon)
            .ifPresent(
                due ->
                    ending.add(
                        waiting(one, due, frame.text("casework.desk.ending.determination"))));
      }
      return ending.stream();
    }

    private boolean isSoon(Instant due) {
      return due.isBefore(now.plus(SOON));
    }

    /** By when something ends in a case by time alone; null if nothing does. */
    private static Instant due(CaseView view) {
      Optional<Instant> notice = view.waiting().map(IssuedNotice::due);
      Optional<Instant> expires = view.state().isEnd() ? Optional.empty() : view.expires();
      return Stream.concat(notice.stream(), expires.stream())
          .min(Comparator.naturalOrder())
          .orElse(null);
    }
  }
}
