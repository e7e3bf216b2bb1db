package sixones.pages.choice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static sixones.pages.choice.SeveralRuleSets.WORKSHOPS;
import static sixones.people.account.PeopleInTests.OFFICER;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import sixones.Fixtures;
import sixones.Project;
import sixones.bid.Draft;
import sixones.draft.WorkingDrafts;
import sixones.pages.Session;
import sixones.pages.Visitor;
import sixones.pages.frame.Moments;
import sixones.paper.PdfInTests;
import sixones.people.Person;
import sixones.people.Role;
import sixones.people.account.PeopleInTests;
import sixones.round.Round;
import sixones.round.Rounds;

/** The made-up programme of a folder in the service: who bids, what for, and by which pages. */
final class WorkshopsInTests {
  private static final Pattern NUMBERED = Pattern.compile("&#x([0-9A-Fa-f]+);");

  /** A unit of the programme's own, and a division. */
  static final Person YARD = new Person("yard", Role.APPLICANT, "unit:north-yard");

  static final Person CHENGDU = new Person("workshop-chengdu", Role.APPLICANT, "510100");

  private WorkshopsInTests() {}

  /** A whole bid of an applicant. */
  static ObjectNode bid(Person applicant) {
    ObjectNode bid =
        (ObjectNode)
            Fixtures.json(
                Project.file("src/rulesets/test/programme/fixtures")
                    .resolve(WORKSHOPS)
                    .resolve("compliant.json"));
    bid.withObject("/applicant").put("id", applicant.applicant());
    return bid;
  }

  static WorkingDrafts.Text text(ObjectNode bid) {
    return new WorkingDrafts.Text(
        Draft.Format.JSON, bid.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The body of a request for a round; more members begin with a comma. */
  static byte[] call(String name, String state, String more) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    return """
           {"name": {"en": "%s", "zh": "%s"}, "ruleSet": "%s", "opensAt": "%s", "deadline": "%s",
            "evaluationDay": "2024-06-01", "submissionsPerApplicant": 9, "state": "%s",
            "reason": "as called"%s}
           """
        .formatted(
            name, name, WORKSHOPS, now.minusSeconds(60), now.plus(Duration.ofDays(1)), state, more)
        .getBytes(StandardCharsets.UTF_8);
  }

  static Round open(Rounds rounds, String name, String more) {
    return rounds.create(OFFICER, call(name, "open", more));
  }

  /** Calls a round by the form and opens it by its page. */
  static UUID opened(Visitor officer, String name, String rules) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
    officer.open("/rounds/new");
    Response called =
        officer.post(
            "/rounds/new",
            Map.of(
                "/name/en",
                name,
                "/name/zh",
                name,
                "/ruleSet",
                rules,
                "/opensAt",
                Moments.written(now.minusSeconds(60)),
                "/deadline",
                Moments.written(now.plus(Duration.ofDays(1))),
                "/evaluationDay",
                "2024-06-01",
                "/submissionsPerApplicant",
                "9"));
    assertThat(called.statusCode()).as(officer.page()).isEqualTo(303);
    String address = path(called).replaceFirst("\\?.*", "");
    officer.open(address + "/move");
    officer
        .post(
            address + "/move",
            Map.of("to", "open", "revision", officer.hidden("revision"), "reason", "as called"))
        .then()
        .statusCode(303);
    return UUID.fromString(address.substring("/rounds/".length()));
  }

  static String path(Response redirect) {
    return redirect.header("Location").replaceFirst("^https?://[^/]*", "");
  }

  /** Begins a draft by the page, blank; its address. */
  static String begun(Visitor visitor, String name) {
    visitor.open("/applicant/drafts/new");
    Response begun =
        visitor.send(
            "/applicant/drafts/new",
            Map.of("name", name, "from", WORKSHOPS + "/blank"),
            "",
            new byte[0]);
    assertThat(begun.statusCode()).as(visitor.page()).isEqualTo(303);
    return path(begun);
  }

  /** Sends the form of a draft as its page has it, with some fields filled in. */
  static String filled(Visitor visitor, String draft, Map<String, String> fields) {
    Map<String, String> form = new HashMap<>(Session.fields(visitor.open(draft)));
    form.put("name", "Draft");
    form.put("revision", visitor.hidden("revision"));
    form.putAll(fields);
    visitor.post(draft, form).then().statusCode(200);
    return visitor.page();
  }

  /** Names the round of a draft by its page. */
  static void named(Visitor visitor, String draft, UUID round) {
    visitor.open(draft + "/round?to=" + round);
    visitor.post(draft + "/round", Map.of("to", round.toString())).then().statusCode(303);
  }

  /** Hands a draft in by its page; the address of the receipt. */
  static String handedIn(Visitor visitor, String draft, UUID round) {
    visitor.open(draft + "/hand-in?round=" + round);
    Response accepted =
        visitor.post(
            draft + "/hand-in?round=" + round,
            Map.of(
                "key",
                visitor.hidden("key"),
                "digest",
                visitor.hidden("digest"),
                "confirm",
                "yes"));
    assertThat(accepted.statusCode()).as(visitor.page()).isEqualTo(303);
    return path(accepted).replaceFirst("\\?.*", "");
  }

  /** What a reader of an answer can find in it: a document without its packing. */
  static String plain(Response answer) {
    try {
      return plain(answer.contentType(), answer.asByteArray());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String plain(String type, byte[] bytes) throws IOException {
    if (type.startsWith("application/pdf")) {
      try (PdfInTests pdf = PdfInTests.of(bytes)) {
        return pdf.text();
      }
    }
    if (!type.startsWith("application/zip") && !type.contains("spreadsheetml")) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
    StringBuilder all = new StringBuilder();
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes)).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        byte[] file = zip.getInputStream(entry).readAllBytes();
        String kind = entry.getName().endsWith(".pdf") ? "application/pdf" : "text/plain";
        all.append(entry.getName()).append('\n').append(decoded(plain(kind, file))).append('\n');
      }
    }
    return all.toString();
  }

  /** Returns a text with the characters that a workbook writes as numbers. */
  private static String decoded(String xml) {
    return NUMBERED
        .matcher(xml)
        .replaceAll(
            number ->
                Matcher.quoteReplacement(
                    Character.toString(Integer.parseInt(number.group(1), 16))));
  }

  /** Asks the REST interface as somebody. */
  static Response asked(PeopleInTests people, Person person, String address) {
    return people.as(person).accept("application/json").get(address);
  }

  /** Asks the self-check of the REST interface. */
  static Response checked(String bid, String query) {
    return given()
        .contentType("application/json")
        .body(bid)
        .post("/api/checks?asOf=2024-06-01" + query);
  }
}
