package sixones.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sixones.Length;
import sixones.Share;
import sixones.api.AccessMatrixThings;
import sixones.api.AccessMatrixThings.Asker;
import sixones.api.Canary;
import sixones.calendar.WorkingDays;
import sixones.draft.WorkingDraft;
import sixones.draft.WorkingDrafts;
import sixones.http.EveryLog;
import sixones.http.signin.SessionCookie;
import sixones.http.strict.Wire;
import sixones.people.account.People;
import sixones.people.account.PeopleInTests;
import sixones.round.Rounds;
import sixones.ruleset.RuleSetsInTests;
import sixones.store.TestDatabase;
import sixones.store.Transactions;
import sixones.store.WrittenRows;
import sixones.submission.Submissions;

/**
 * Every address of a page, with every id applicant A has anything under, asked by everybody: what
 * is another's is in no byte of any answer. The addresses are read off the classes, so none is
 * forgotten.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PageWallsTest {
  private static final Set<Asker> READERS =
      EnumSet.of(Asker.APPLICANT_A, Asker.OFFICER_, Asker.AUDITOR_);

  /** In milliseconds; longer than everybody asks for everything on the busiest machine. */
  private static final long LASTS = 3_600_000;

  private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" value=\"([^\"]*)\"");

  /** Pages that show what was handed in to whom they may. */
  private static final List<String> SHOWING =
      List.of(
          "APPLICANT_A /applicant/drafts/{id}",
          "APPLICANT_A /applicant/submissions/{id}",
          "OFFICER_ /rounds/{id}/applicants/{code}",
          "AUDITOR_ /evaluations/{id}");

  @Inject Transactions transactions;
  @Inject People people;
  @Inject Rounds rounds;
  @Inject Submissions submissions;
  @Inject WorkingDrafts drafts;
  @TestHTTPResource URI root;

  private static AccessMatrixThings things;
  private Wire wire;
  private final Map<Asker, String> sessions = new EnumMap<>(Asker.class);
  private final Map<Asker, Wire.Answer> forms = new EnumMap<>(Asker.class);

  @BeforeEach
  void everybody_is_signed_in() throws Exception {
    if (things == null) {
      things =
          new AccessMatrixThings(
              new PeopleInTests(transactions), people, rounds, submissions, drafts);
    }
    wire = new Wire(root);
    for (Asker asker : Asker.values()) {
      sessions.put(asker, session(asker));
    }
  }

  /** Somebody who has expired brings a cookie of applicant A's that has ended. */
  private String session(Asker asker) throws Exception {
    if (asker == Asker.NOBODY) {
      return "none=none";
    }
    boolean expired = asker == Asker.EXPIRED;
    String name = expired ? Asker.APPLICANT_A.person.name() : asker.person.name();
    String ticket =
        people.open(name, PeopleInTests.PASSWORD, PeopleInTests.BROWSER).orElseThrow().ticket();
    return SessionCookie.of(ticket, expired ? -60_000 : LASTS);
  }

  @Test
  void no_page_shows_anybody_what_is_another_s() throws Exception {
    Set<String> pages = new TreeSet<>(Share.ofEvery(8, PageAddresses.of(GET.class)));
    SHOWING.forEach(shows -> pages.add(shows.substring(shows.indexOf(' ') + 1)));
    Set<String> shown = new TreeSet<>();
    List<String> wrong = new ArrayList<>();
    try (EveryLog log = new EveryLog()) {
      for (Asker asker : Asker.values()) {
        for (String page : pages) {
          for (String address : asked(asker, page)) {
            Wire.Answer answer = wire.send("GET " + address, headers(asker), new byte[0]);
            look(answer, asker, "GET " + address, wrong);
            if (Canary.isIn(answer.bytes())) {
              shown.add(asker + " " + page);
            }
          }
        }
      }
      log.told().forEach(line -> wrong.add("logged: " + line));
    }

    assertThat(wrong).isEmpty();
    assertThat(shown).as("the search finds what may be seen").containsAll(SHOWING);
  }

  @Test
  void nothing_sent_to_a_page_changes_or_tells_what_is_another_s() throws Exception {
    WorkingDraft before = things.draftOfA();
    List<String> wrong = new ArrayList<>();
    try (WrittenRows written = WrittenRows.watch()) {
      for (Asker asker : Asker.values()) {
        if (asker != Asker.APPLICANT_A) {
          for (String page : Share.ofEvery(8, PageAddresses.of(POST.class))) {
            for (String address : byTurns(asker, page)) {
              look(send(asker, address), asker, "POST " + address, wrong);
            }
          }
        }
      }
      assertThat(written.unrecorded()).as("rows written without an audit entry").isEmpty();
    }

    assertThat(wrong).isEmpty();
    assertThat(drafts.find(Asker.APPLICANT_A.person, before.id())).isEqualTo(before);
    assertThat(
            submissions
                .find(Asker.APPLICANT_A.person, things.handedIn(Asker.APPLICANT_A).id())
                .withdrawnAt())
        .isNull();
  }

  private List<String> headers(Asker asker) {
    return List.of("Cookie: " + sessions.get(asker), "Accept: text/html,*/*;q=0.8");
  }

  private Wire.Answer send(Asker asker, String address) {
    Wire.Answer form =
        forms.computeIfAbsent(asker, a -> wire.send("GET /", headers(a), new byte[0]));
    Matcher token = TOKEN.matcher(form.text());
    assertThat(token.find()).isTrue();
    String cookie = form.header("set-cookie").split(";")[0];
    return wire.send(
        "POST " + address,
        List.of(
            "Cookie: " + sessions.get(asker) + "; " + cookie,
            "Accept: text/html",
            "Sec-Fetch-Site: same-origin",
            "Content-Type: application/x-www-form-urlencoded"),
        ("csrf-token=" + token.group(1) + "&revision=1&name=x&confirm=yes&over=over&state=closed")
            .getBytes(StandardCharsets.UTF_8));
  }

  private void look(Wire.Answer answer, Asker asker, String call, List<String> wrong) {
    boolean reads = asker == Asker.OFFICER_ || asker == Asker.AUDITOR_;
    boolean tells =
        asker != Asker.APPLICANT_A
            && (reads ? Canary.isInBesideHandedIn(answer.bytes()) : Canary.isIn(answer.bytes()));
    if (tells || answer.status() >= 500) {
      wrong.add(asker + " " + call + ": " + answer.withoutDate());
    }
  }

  /** Who may read what was handed in asks for every id, the others by turns. */
  private List<String> asked(Asker asker, String page) {
    return READERS.contains(asker) ? addresses(page) : byTurns(asker, page);
  }

  /**
   * In the short form of the tests each page is asked by each asker for every third id, beginning
   * with another for each asker and page.
   */
  private List<String> byTurns(Asker asker, String page) {
    List<String> addresses = addresses(page);
    boolean all = Length.asked() == Length.LONG || addresses.size() == 1;
    int turn = asker.ordinal() + Math.floorMod(page.hashCode(), 3);
    return IntStream.range(0, addresses.size())
        .filter(i -> all || (i + turn) % 3 == 0)
        .mapToObj(addresses::get)
        .toList();
  }

  private List<String> addresses(String page) {
    String known =
        page.replace("{code}", Asker.APPLICANT_A.person.applicant())
            .replace("{name}", Asker.APPLICANT_A.person.name())
            .replace("{reader}", "applicant")
            .replace("{set}/{version}", RuleSetsInTests.NEWEST)
            .replace("{rule}", "park-named")
            .replace("{digest}", WorkingDays.bundled().digest())
            .replace(
                "/submissions/{number}",
                "/submissions/1-" + Asker.APPLICANT_A.person.applicant() + "-1")
            .replace("{draft}", things.draftOfA().id().toString())
            .replace("{kind}", "accept")
            .replace("{act}", "00000000-0000-4000-8000-000000000000")
            .replace("{number}", "1");
    return known.contains("{id}")
        ? things.everyId().stream().map(id -> known.replace("{id}", id)).toList()
        : List.of(known);
  }
}
