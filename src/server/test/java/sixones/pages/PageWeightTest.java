package sixones.pages;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static sixones.people.account.PeopleInTests.ADMIN;
import static sixones.people.account.PeopleInTests.AUDITOR;
import static sixones.people.account.PeopleInTests.CHENGDU;
import static sixones.people.account.PeopleInTests.OFFICER;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.InTurns;
import sixones.bid.Draft;
import sixones.draft.WorkingDraft;
import sixones.draft.WorkingDrafts;
import sixones.fact.Applicant;
import sixones.pages.rounds.OverviewInTests;
import sixones.people.Person;
import sixones.round.Round;
import sixones.round.Rounds;
import sixones.ruleset.RuleSetsInTests;
import sixones.store.TestDatabase;
import sixones.store.Transactions;
import sixones.submission.Submission;
import sixones.submission.Submissions;

/** What each kind of page makes a browser load that comes for the first time: all but fonts. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(6)
class PageWeightTest {
  private static final int MOST = 150 * 1024;
  private static final int MOST_OF_THE_FORM = 80 * 1000;
  private static final String RULES = "/rules/" + RuleSetsInTests.NEWEST;
  private static final RestAssuredConfig AS_SENT =
      RestAssuredConfig.config().decoderConfig(DecoderConfig.decoderConfig().noContentDecoders());
  private static final Pattern LOADED =
      Pattern.compile("<(?:link|script|img|source)\\b[^>]*?\\b(?:href|src)=\"([^\"]*)\"");
  private static final Pattern LOADED_BY_STYLE = Pattern.compile("url\\([\"']?([^\"')]*)");
  private static final Pattern FONT = Pattern.compile(".*\\.(?:woff2?|ttf|otf)(?:[?#].*)?");

  @Inject Rounds rounds;
  @Inject Submissions submissions;
  @Inject WorkingDrafts drafts;
  @Inject Transactions transactions;

  private final Map<String, Integer> assets = new HashMap<>();

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN"})
  void no_page_is_over_150_kb_the_first_time(String language) throws Exception {
    Map<String, Integer> weights = new TreeMap<>();
    for (Map.Entry<Person, List<String>> visit : visits().entrySet()) {
      for (String path : visit.getValue()) {
        weights.put(path, weight(asking(visit.getKey(), language).get(path)));
      }
    }
    Session session = Session.open("/?example=sample-not-met", language);
    weights.put(
        "/report",
        weight(
            session
                .sending()
                .config(AS_SENT)
                .header("Accept-Encoding", "gzip")
                .formParams(session.fields())
                .post("/report")));

    String largest =
        weights.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().toString();
    System.out.println("heaviest page in " + language + ", bytes sent: " + largest);
    assertThat(weights).hasSizeGreaterThan(25);
    assertThat(assets).hasSize(5);
    assertThat(weights).allSatisfy((path, sent) -> assertThat(sent).as(path).isLessThan(MOST));
    System.out.println("first visit of the form in " + language + ": " + weights.get("/"));
    assertThat(weights.get("/")).as("the form, the first time").isLessThan(MOST_OF_THE_FORM);
  }

  /** Who looks at what; nobody is whoever has not signed in. */
  private Map<Person, List<String>> visits() throws Exception {
    OverviewInTests test = new OverviewInTests(rounds, submissions, transactions);
    Round round = test.round("Weighed", "称重的批次", "open");
    test.handInAll(
        round, RuleSetsInTests.SICHUAN.applicants().stream().map(Applicant::id).toList());
    Submission bid = test.handIn(round, OverviewInTests.bid("510100"));
    byte[] text = OverviewInTests.bid("510100").toString().getBytes(StandardCharsets.UTF_8);
    WorkingDraft draft =
        drafts.create(CHENGDU, "Weighed", new WorkingDrafts.Text(Draft.Format.JSON, text));
    String mine = "/applicant/drafts/" + draft.id();
    String receipt = "/applicant/submissions/" + bid.id();
    String table = "/rounds/" + round.id();
    Map<Person, List<String>> visits = new LinkedHashMap<>();
    visits.put(
        null,
        List.of(
            "/",
            "/?example=sample-met",
            "/?example=sample-not-met",
            "/rules",
            RULES,
            RULES + "/park-level",
            "/help/applicant",
            "/help/officer",
            "/help/auditor",
            "/sign-in"));
    visits.put(
        CHENGDU,
        List.of(
            "/applicant",
            "/applicant/drafts/new",
            mine,
            mine + "/report",
            mine + "/away",
            mine + "/hand-in?round=" + round.id(),
            receipt,
            receipt + "/withdraw",
            "/applicant/rounds/" + round.id()));
    visits.put(
        OFFICER,
        List.of(
            "/rounds",
            "/rounds/new",
            table,
            table + "/edit",
            table + "/move",
            table + "/applicants/510100"));
    visits.put(AUDITOR, List.of("/evaluations", "/evaluations/" + bid.result().evaluation()));
    visits.put(ADMIN, List.of("/people"));
    return visits;
  }

  private RequestSpecification asking(Person person, String language) {
    RequestSpecification asking =
        given()
            .config(AS_SENT)
            .urlEncodingEnabled(false)
            .header("Accept-Encoding", "gzip")
            .header("Accept-Language", language)
            .accept("text/html");
    return person == null
        ? asking
        : asking.cookies(new OverviewInTests(rounds, submissions, transactions).signedIn(person));
  }

  /** What a page and all it loads are long, as sent. */
  private int weight(Response page) throws IOException {
    int sent = length(page);
    for (String address : loaded(LOADED, page)) {
      if (!assets.containsKey(address)) {
        assets.put(address, ofAsset(address));
      }
      sent += assets.get(address);
    }
    return sent;
  }

  private static int ofAsset(String address) throws IOException {
    assertThat(address).startsWith("/");
    Response asset = given().config(AS_SENT).header("Accept-Encoding", "gzip").get(address);
    asset.then().header("Cache-Control", containsString("immutable"));
    int sent = length(asset);
    if (address.endsWith(".css")) {
      for (String more : loaded(LOADED_BY_STYLE, asset)) {
        assertThat(more).as("a style loads a font, or nothing").matches(FONT);
      }
    }
    return sent;
  }

  private static Set<String> loaded(Pattern pattern, Response from) throws IOException {
    Set<String> loaded = new LinkedHashSet<>();
    pattern
        .matcher(text(from))
        .results()
        .map((MatchResult found) -> found.group(1))
        .filter(address -> !address.startsWith("data:"))
        .forEach(loaded::add);
    return loaded;
  }

  private static int length(Response answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
    return answer.asByteArray().length;
  }

  private static String text(Response answer) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.asByteArray()))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
